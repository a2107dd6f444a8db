// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"

#include <algorithm>

namespace belanjain::simulation
{

Outcome run(const StartingPoint& start, const QString& folder, quint64 seed, const Story& story, Bug planted, bool keepsText)
{
    World world(start, folder, seed, keepsText, planted);
    Outcome outcome;
    outcome.failure = world.live(story);
    outcome.trace = world.trace().sum();
    outcome.lines = world.trace().lines();
    return outcome;
}

Story shrunk(const StartingPoint& start, const QString& folder, quint64 seed, Story story, const Failure& failure,
             Bug planted)
{
    int tries = 300;
    const auto stillFails = [&](const Story& shorter) {
        if (--tries < 0)
            return false;
        const auto outcome = run(start, folder, seed, shorter, planted);
        return outcome.failure && outcome.failure->invariant == failure.invariant;
    };
    // What came after the failure had no part in it.
    story.resize(std::min<qsizetype>(story.size(), failure.step + 1));
    for (qsizetype chunk = story.size() / 2; chunk >= 1; chunk = chunk > 1 ? chunk / 2 : 0) {
        for (qsizetype from = 0; from < story.size();) {
            Story shorter = story;
            shorter.remove(from, std::min(chunk, shorter.size() - from));
            if (stillFails(shorter))
                story = shorter;
            else
                from += chunk;
        }
    }
    return story;
}

} // namespace belanjain::simulation
