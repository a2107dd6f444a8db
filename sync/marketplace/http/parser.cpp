// SPDX-License-Identifier: GPL-3.0-or-later
// Beast 1.74 asserts that a final chunk's header comes in five bytes or more, which a client that sends
// "0\r\n", "\r", "\n" breaks although the code below the assertion copes: a client must not abort a server.
#define BOOST_DISABLE_ASSERTS

#include "marketplace/http/parser.h"

#include "marketplace/http/target.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <limits>

namespace belanjain::http {

namespace {

namespace beast = boost::beast;
using beast::http::error;
using ErrorCode = beast::error_code;

constexpr qsizetype bodyReserve = 256 * 1024;

QByteArrayView view(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// The usual methods cost no allocation.
QByteArray methodName(beast::string_view text)
{
    if (text == "GET")
        return QByteArrayLiteral("GET");
    if (text == "POST")
        return QByteArrayLiteral("POST");
    if (text == "PATCH")
        return QByteArrayLiteral("PATCH");
    if (text == "PUT")
        return QByteArrayLiteral("PUT");
    if (text == "DELETE")
        return QByteArrayLiteral("DELETE");
    if (text == "HEAD")
        return QByteArrayLiteral("HEAD");
    return view(text).toByteArray();
}

bool isSaneHost(QByteArrayView host)
{
    return std::all_of(host.begin(), host.end(), [](char c) {
        return c > 0x20 && c < 0x7f && c != '/' && c != '@' && c != '?' && c != '#' && c != '\\' && c != ',';
    });
}

int statusFor(const ErrorCode& code)
{
    if (code == error::header_limit)
        return 431;
    return 400;
}

} // namespace

class RequestParser::Impl : public beast::http::basic_parser<true>
{
public:
    Impl(const Handler& handler, const Limits& limits, Request origin)
        : handler_(handler)
        , limits_(limits)
        , origin_(std::move(origin))
    {
        restart();
    }

    void restart()
    {
        // Only a fresh parser may parse again, and Beast's can be assigned but not reset.
        basic_parser::operator=(Fresh());
        // The header ends a call, so that it is known how long it was.
        eager(false);
        // Beast holds each call to its limit: what is refused would depend on how the bytes come.
        header_limit(std::numeric_limits<std::uint32_t>::max());
        // A declared length is looked at here; without a limit Beast would refuse each.
        body_limit(std::numeric_limits<std::uint64_t>::max());
        request_ = origin_;
        rawHeadBytes_ = 0;
        headBytes_ = 0;
        trailerLines_ = 0;
        refusal_ = 0;
        expects_ = false;
        bodyStarted_ = false;
        bodyLeft_ = 0;
    }

    const Request& request() const { return request_; }
    Request& request() { return request_; }
    int refusal() const { return refusal_; }
    bool awaitsContinue() const { return expects_ && !bodyStarted_; }
    void refuse(int status) { refusal_ = status; }
    qint64 headerLimit() const { return limits_.headerBytes; }
    qint64 rawHeadBytes() const { return rawHeadBytes_; }

    /// Parses what it can; the number of bytes taken.
    qsizetype advance(QByteArrayView bytes, ErrorCode& code)
    {
        const auto parse = [&](QByteArrayView some) {
            lineStart_ = some.data();
            const auto taken = static_cast<qsizetype>(put({some.data(), static_cast<std::size_t>(some.size())}, code));
            if (!code && is_done() && chunked())
                checkLine(some.data() + taken, code);
            return taken;
        };
        if (is_header_done())
            return parse(bytes);
        const qsizetype head = parse(bytes);
        rawHeadBytes_ += head;
        if (!is_header_done() || code)
            return head;
        if (rawHeadBytes_ > limits_.headerBytes) {
            fail(431, code);
            return head;
        }
        eager(true);
        return is_done() || head == bytes.size() ? head : head + parse(bytes.sliced(head));
    }

private:
    // Assigning from a bare basic_parser needs a complete type that can be made.
    struct Fresh : beast::http::basic_parser<true>
    {
        void on_request_impl(beast::http::verb, beast::string_view, beast::string_view, int, ErrorCode&) override {}
        void on_response_impl(int, beast::string_view, int, ErrorCode&) override {}
        void on_field_impl(beast::http::field, beast::string_view, beast::string_view, ErrorCode&) override {}
        void on_header_impl(ErrorCode&) override {}
        void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
        std::size_t on_body_impl(beast::string_view, ErrorCode&) override { return 0; }
        void on_chunk_header_impl(std::uint64_t, beast::string_view, ErrorCode&) override {}
        std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view, ErrorCode&) override { return 0; }
        void on_finish_impl(ErrorCode&) override {}
    };

    void fail(int status, ErrorCode& code)
    {
        refusal_ = status;
        code = error::bad_value;
    }

    /// A chunk's header, or the last one with the trailers, may be as long as what is waited for in pieces.
    void checkLine(const char* end, ErrorCode& code)
    {
        if (end - lineStart_ - 1 > limits_.headerBytes)
            fail(400, code);
    }

    void countHeadBytes(std::size_t bytes, ErrorCode& code)
    {
        headBytes_ += static_cast<qint64>(bytes);
        if (headBytes_ > limits_.headerBytes)
            fail(431, code);
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         ErrorCode& code) override
    {
        request_.method = methodName(method);
        request_.target = view(target).toByteArray();
        request_.minorVersion = version == 10 ? 0 : 1;
        request_.headers.reserve(16, 512);
        countHeadBytes(method.size() + target.size() + 12, code);
    }

    void on_response_impl(int, beast::string_view, int, ErrorCode&) override {}

    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       ErrorCode& code) override
    {
        // Before they are kept; white space and folds are seen once the header is whole.
        countHeadBytes(name.size() + value.size() + 3, code);
        if (is_header_done()) {
            // Trailers come after every decision was made: none may change it.
            if (++trailerLines_ > limits_.headerLines)
                fail(431, code);
            return;
        }
        if (request_.headers.size() >= limits_.headerLines)
            return fail(431, code);
        request_.headers.append(view(name), view(value));
    }

    void on_header_impl(ErrorCode& code) override
    {
        if (const int status = checkHead(); status != 0)
            return fail(status, code);
        if (!decodeTarget(request_))
            return fail(400, code);
        const qint64 limit = std::max<qint64>(0, handler_.bodyLimit(request_));
        const auto length = content_length();
        if (length && *length > static_cast<std::uint64_t>(limit))
            return fail(413, code);
        // Beast takes a chunk off its limit each time it looks at the chunk's header, so a header that comes in
        // pieces counts several times: chunks are counted here, when their header is whole.
        if (request_.headers.contains("Transfer-Encoding"))
            body_limit(boost::none);
        bodyLeft_ = static_cast<std::uint64_t>(limit);
        expects_ = request_.minorVersion > 0 && request_.headers.contains("Expect");
    }

    int checkHead() const
    {
        const RequestHeaders& headers = request_.headers;
        const qsizetype hosts = headers.count("Host");
        if (hosts > 1 || (hosts == 0 && request_.minorVersion > 0) || !isSaneHost(headers.value("Host")))
            return 400;
        const qsizetype lengths = headers.count("Content-Length");
        if (lengths > 1 || headers.value("Content-Length").contains(','))
            return 400;
        if (const qsizetype codings = headers.count("Transfer-Encoding"); codings > 0) {
            if (lengths > 0 || request_.minorVersion == 0)
                return 400;
            if (codings > 1 || !sameToken(headers.value("Transfer-Encoding"), "chunked"))
                return 501;
        }
        if (headers.contains("Expect") && request_.minorVersion > 0
            && !sameToken(headers.value("Expect"), "100-continue"))
            return 417;
        return 0;
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode&) override
    {
        // A declared length is a promise, not yet a reason to hold that much memory.
        if (length)
            request_.body.reserve(std::min(static_cast<qsizetype>(*length), bodyReserve));
    }

    std::size_t on_body_impl(beast::string_view body, ErrorCode&) override
    {
        bodyStarted_ = true;
        request_.body.append(view(body));
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view extensions, ErrorCode& code) override
    {
        bodyStarted_ = true;
        if (size > 0)
            checkLine(extensions.data() + extensions.size() + 2, code);
        if (code)
            return;
        if (size > bodyLeft_)
            return fail(413, code);
        bodyLeft_ -= size;
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, ErrorCode&) override
    {
        lineStart_ = body.data() + body.size();
        request_.body.append(view(body));
        return body.size();
    }

    void on_finish_impl(ErrorCode&) override {}

    const Handler& handler_;
    const Limits& limits_;
    const Request origin_;
    Request request_;
    qint64 rawHeadBytes_ = 0; ///< as they came
    qint64 headBytes_ = 0;    ///< of what is kept, trailers too
    int trailerLines_ = 0;
    int refusal_ = 0;
    bool expects_ = false;
    bool bodyStarted_ = false;
    std::uint64_t bodyLeft_ = 0;      ///< of what a chunked body may hold
    const char* lineStart_ = nullptr; ///< of a chunk's header, in the bytes that are parsed right now
};

RequestParser::RequestParser(const Handler& handler, const Limits& limits, Request origin)
    : impl_(std::make_unique<Impl>(handler, limits, std::move(origin)))
{
}

RequestParser::~RequestParser() = default;

RequestParser::State RequestParser::feed(QByteArrayView bytes, qsizetype& consumed)
{
    consumed = 0;
    // RFC 9112 §2.2: empty lines before a request line are ignored.
    if (!impl_->got_some()) {
        while (bytes.size() - consumed >= 2 && bytes[consumed] == '\r' && bytes[consumed + 1] == '\n')
            consumed += 2;
        if (consumed == bytes.size() || (bytes.size() - consumed == 1 && bytes[consumed] == '\r'))
            return State::NeedsMore;
    }
    // What is refused before its first line was read whole has no method yet, but what is answered to HEAD has no
    // body whatever it says.
    const bool headOnly = impl_->request().method.isEmpty() && bytes.sliced(consumed).startsWith("HEAD ");
    ErrorCode code;
    consumed += impl_->advance(bytes.sliced(consumed), code);
    if (headOnly && impl_->request().method.isEmpty())
        impl_->request().method = QByteArrayLiteral("HEAD");
    if (code && code != error::need_more) {
        if (impl_->refusal() == 0)
            impl_->refuse(statusFor(code));
        return State::Refused;
    }
    if (impl_->is_done())
        return State::Complete;
    const qint64 left = bytes.size() - consumed;
    // A header, a chunk's extensions or trailers that never end.
    if (!impl_->is_header_done() && impl_->rawHeadBytes() + left > impl_->headerLimit()) {
        impl_->refuse(431);
        return State::Refused;
    }
    if (left > impl_->headerLimit()) {
        impl_->refuse(400);
        return State::Refused;
    }
    return State::NeedsMore;
}

int RequestParser::refusal() const
{
    return impl_->refusal();
}

bool RequestParser::started() const
{
    return impl_->got_some();
}

bool RequestParser::headerDone() const
{
    return impl_->is_header_done();
}

bool RequestParser::awaitsContinue() const
{
    return impl_->is_header_done() && !impl_->is_done() && impl_->awaitsContinue();
}

bool RequestParser::keepAlive() const
{
    return impl_->is_header_done() && impl_->keep_alive();
}

const Request& RequestParser::request() const
{
    return impl_->request();
}

Request RequestParser::take()
{
    Request taken = std::move(impl_->request());
    impl_->restart();
    return taken;
}

} // namespace belanjain::http
