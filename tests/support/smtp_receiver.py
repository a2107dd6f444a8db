#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real mail server for tests: smtp_receiver.py PORT (0 takes a free one). Says its port on the first line, then
one JSON object for each mail it takes. Recipients that begin with "refuse" are answered 550, with "later" 451;
a body that holds "poison" 554."""
import asyncio
import email
import email.policy
import json
import sys

from aiosmtpd.smtp import SMTP


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse"):
            return "550 5.1.1 no such person"
        if address.startswith("later"):
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content()
        if "poison" in text:
            return "554 5.6.0 not this one"
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": str(mail["Subject"]),
            "messageId": str(mail["Message-ID"]), "toHeader": str(mail["To"]), "fromHeader": str(mail["From"]),
            "date": str(mail["Date"]), "language": str(mail["Content-Language"]), "headers": sorted(mail.keys()),
            "text": text.replace("\r\n", "\n"),
            "html": mail.get_body(("html",)).get_content().replace("\r\n", "\n"),
        }), flush=True)
        return "250 taken"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler()), "127.0.0.1", int(sys.argv[1]))
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
