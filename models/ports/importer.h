// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/table_file.h"
#include "domain/instant.h"

#include <QMetaType>
#include <QObject>

#include <memory>

namespace belanjain::ports
{

/// The beginning of a file, or why there is none.
struct ImportLook
{
    imports::Beginning beginning;
    std::optional<imports::FileError> error;
};

/// A dry run of a whole file, or why there is none.
struct ImportCheck
{
    std::shared_ptr<const imports::Analysis> analysis;
    std::optional<imports::FileError> error;
};

enum class ImportState : quint8 {
    Preparing, ///< its plan is being written down
    Stopped,   ///< part of it is in; it goes on with resume()
    Complete,
    Undone, ///< taken back, but for what was changed since
};

/// Something an import could not do, or an undo left as it is.
struct ImportTrouble
{
    enum class Kind : quint8 {
        Refused,      ///< while it went in: violation
        ChangedSince, ///< left by an undo: somebody changed or sold it
    };

    QString label; ///< the product's name or the variant's SKU
    Kind kind = Kind::Refused;
    Violation violation;

    bool operator==(const ImportTrouble&) const = default;
};

/// An import as this computer remembers it.
struct ImportRecord
{
    qint64 number = 0;
    QString name; ///< of the file
    imports::Format format = imports::Format::Own;
    Instant at;
    ImportState state = ImportState::Preparing;
    bool active = false; ///< it is going in, or being taken back, right now
    int products = 0; ///< planned
    int changes = 0;
    int waiting = 0; ///< of both, not yet in
    int done = 0;    ///< in
    int refused = 0;
    int undone = 0;
    int left = 0; ///< left as it is by the undo
    QList<ImportTrouble> troubles; ///< the first of them

    int total() const { return products + changes; }
    bool operator==(const ImportRecord&) const = default;
};

/// Imports files of products. What reads runs away from the GUI thread, what writes in batches between other
/// edits, each on disk before the next. A plan is written down before its first batch, so that an import which
/// breaks off, even with the program, can go on or be taken back. Answers come on the thread this lives on.
class Importer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Reads the beginning of a file; answered by looked().
    virtual void look(quint64 ticket, const QString& path, imports::Encoding encoding, char separator) = 0;
    /// The dry run; answered by checked(), with FileProblem::Stopped after cancel(). Writes nothing.
    virtual void check(quint64 ticket, const QString& path, const imports::Mapping& mapping) = 0;
    virtual void cancel(quint64 ticket) = 0;
    /// Writes the wrong rows of a dry run of `path` into `target`; answered by wrongRowsSaved().
    virtual void saveWrongRows(quint64 ticket, const ImportCheck& check, const QString& path,
                               const imports::Mapping& mapping, const QString& target, Language language) = 0;
    /// Imports what a dry run has planned; recordChanged() follows, first with the number it has.
    virtual void start(quint64 ticket, const ImportCheck& check, const QString& name, imports::Format format) = 0;
    /// Lets the batch under way end. What is in stays in.
    virtual void stop(qint64 import) = 0;
    virtual void resume(qint64 import) = 0;
    /// Takes an import back as a whole: edits that still wait are withdrawn, products that the marketplace may know
    /// are archived, prices and stocks put back. What somebody changed since is left and named.
    virtual void undo(qint64 import) = 0;
    /// The latest first; answered by recordsRead().
    virtual void readRecords() = 0;

Q_SIGNALS:
    void looked(quint64 ticket, const belanjain::ports::ImportLook& look);
    void progressed(quint64 ticket, qint64 done, qint64 total);
    void checked(quint64 ticket, const belanjain::ports::ImportCheck& check);
    void wrongRowsSaved(quint64 ticket, int rows, const std::optional<belanjain::imports::FileError>& error);
    /// start() has written down its plan under this number.
    void started(quint64 ticket, qint64 import);
    void recordChanged(const belanjain::ports::ImportRecord& record);
    void recordsRead(const QList<belanjain::ports::ImportRecord>& records);
    /// The replica could not be written. What was in before is kept.
    void failed(bool diskFull);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::ImportLook)
Q_DECLARE_METATYPE(belanjain::ports::ImportCheck)
Q_DECLARE_METATYPE(belanjain::ports::ImportRecord)
