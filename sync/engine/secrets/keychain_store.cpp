// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/keychain_store.h"

#include <qt6keychain/keychain.h>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

void startJob(QKeychain::Job* job, const QString& key, QObject* context,
              std::function<void(QKeychain::Job*)> done)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [done = std::move(done)](QKeychain::Job* j) { done(j); });
    job->start();
}

} // namespace

KeychainStore::KeychainStore(QString service, ports::SecretStore& fallback, QObject* parent)
    : QObject(parent), m_service(std::move(service)), m_fallback(fallback)
{
}

KeychainStore::~KeychainStore() = default;

ports::SecretStore::Place KeychainStore::place() const
{
    return m_proof == Proof::Works ? Place::Keychain : m_fallback.place();
}

void KeychainStore::whenProven(std::function<void()> call)
{
    if (m_proof == Proof::Works || m_proof == Proof::Fails) {
        call();
        return;
    }
    m_waiting.push_back(std::move(call));
    if (m_proof == Proof::NotYet)
        prove();
}

void KeychainStore::prove()
{
    m_proof = Proof::Running;
    const QString key = u"proof"_s;
    const QByteArray value = "belanjain";
    auto* write = new QKeychain::WritePasswordJob(m_service);
    write->setBinaryData(value);
    startJob(write, key, this, [this, key, value](QKeychain::Job* written) {
        if (written->error() != QKeychain::NoError) {
            proven(false);
            return;
        }
        startJob(new QKeychain::ReadPasswordJob(m_service), key, this, [this, value](QKeychain::Job* read) {
            const auto* job = static_cast<QKeychain::ReadPasswordJob*>(read);
            proven(job->error() == QKeychain::NoError && job->binaryData() == value);
        });
    });
}

void KeychainStore::proven(bool works)
{
    m_proof = works ? Proof::Works : Proof::Fails;
    auto waiting = std::move(m_waiting);
    m_waiting.clear();
    for (const auto& call : waiting)
        call();
}

void KeychainStore::read(const QString& key, std::function<void(std::optional<QByteArray>)> done)
{
    whenProven([this, key, done = std::move(done)] {
        if (m_proof == Proof::Fails) {
            m_fallback.read(key, done);
            return;
        }
        startJob(new QKeychain::ReadPasswordJob(m_service), key, this, [done](QKeychain::Job* job) {
            const auto* read = static_cast<QKeychain::ReadPasswordJob*>(job);
            done(read->error() == QKeychain::NoError ? std::optional(read->binaryData()) : std::nullopt);
        });
    });
}

void KeychainStore::write(const QString& key, const QByteArray& value, std::function<void(bool)> done)
{
    whenProven([this, key, value, done = std::move(done)] {
        if (m_proof == Proof::Fails) {
            m_fallback.write(key, value, done);
            return;
        }
        auto* job = new QKeychain::WritePasswordJob(m_service);
        job->setBinaryData(value);
        startJob(job, key, this, [done](QKeychain::Job* written) { done(written->error() == QKeychain::NoError); });
    });
}

void KeychainStore::remove(const QString& key, std::function<void()> done)
{
    whenProven([this, key, done = std::move(done)] {
        if (m_proof == Proof::Fails) {
            m_fallback.remove(key, done);
            return;
        }
        startJob(new QKeychain::DeletePasswordJob(m_service), key, this, [done](QKeychain::Job*) { done(); });
    });
}

} // namespace belanjain::engine
