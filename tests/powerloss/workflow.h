// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

#include <functional>

namespace belanjain::powerloss
{

/// Whose power goes, and whose disk is full.
enum class Computer : quint8 { Desktop, Server };

/// Something that people do every day, in steps each of which is acknowledged by itself.
struct Workflow
{
    using Step = std::function<bool(Stage&)>;

    QString name;
    Computer computer = Computer::Desktop;
    /// True when it was acknowledged: an edit's done(), an answer with 2xx. Called again after a refusal, and
    /// then has to succeed.
    QList<Step> steps;
    /// Done before, on a disk without faults, with everything running that runs at the start.
    std::function<void(Stage&)> prepare = {};
    bool runsServer = false;
    bool runsDesktop = false;
    bool isOnline = false; ///< the desktop, at the start
    /// Afterwards the desktop syncs to equality, and everything that people see is as without the fault.
    bool settles = false;
    bool beginsUnsound = false; ///< prepare() damaged the replica
    /// The first step starts the computer's program; it does not run before.
    bool starts = false;
    /// What is in the database is not what is promised here: check() looks at everything.
    bool isOutsideDatabase = false;
    bool countsAttempts = false; ///< a second try leaves a trace in the database
    /// At most so many transactions a step, that is one more states than that.
    int transactions = 1;
    /// Of what is on the disk when everything runs again after a loss of power: the problem, empty when none.
    /// `acknowledged` steps were.
    std::function<QString(Stage&, int acknowledged)> check = {};

    QString folderOf(const Stage& stage) const
    {
        return computer == Computer::Desktop ? stage.desktopFolder() : stage.serverFolder();
    }
    QString databaseOf(const Stage& stage) const
    {
        return computer == Computer::Desktop ? stage.currentReplica() : stage.server.databaseFile();
    }
};

QList<Workflow> desktopWorkflows();
QList<Workflow> syncWorkflows();
QList<Workflow> serverWorkflows();
QList<Workflow> allWorkflows();

} // namespace belanjain::powerloss
