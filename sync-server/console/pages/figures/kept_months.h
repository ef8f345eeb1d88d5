// The month that a page is of: which was asked for, its figures as they are kept, and the note of
// what is missing in it.
#pragma once

#include "sync-server/console/parts.h"
#include "sync-server/overview/overview.h"

#include <optional>
#include <string>
#include <vector>

namespace console {

// "?month=2026-10"; the present one where nothing was asked. nullopt: none of the last five years.
std::optional<base::Month> asked_month(const Visit& visit);
std::string month_words(base::Month month);  // "October 2026"
// The last eighteen, the newest first.
std::vector<Option> month_options(const Visit& visit, base::Month chosen);

// Counts it in the background where nobody did, or not lately. nullopt: it is being counted.
Result<std::optional<overview::KeptMonth>> kept_or_asked(const Visit& visit, base::Month month,
                                                         const overview::Wanted& wanted = {});
// The same where nobody reads the figures now: when they were counted.
Result<std::optional<base::Instant>> kept_at_or_asked(const Visit& visit, base::Month month);
// Instead of the figures, then; with the way back here.
Html being_counted(const Visit& visit);
// "Counted 21 Nov 2026 14.05", and whether the month is closed.
Html counted_at(const Visit& visit, const overview::KeptMonth& kept);
// What is missing, in sentences; a quiet line where nothing is. How much is missing elsewhere is
// not for who sees her own posyandu only; that something is missing is. Who closes months is led to
// where each of it is named.
Html missing_note(const Visit& visit, base::Month month, const overview::Missing& missing);
std::vector<std::string> missing_sentences(const overview::Missing& missing);

}  // namespace console
