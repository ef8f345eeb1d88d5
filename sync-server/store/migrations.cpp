#include "sync-server/store/migrations.h"

#include "sync-server/store/migrations/texts.h"

#include <array>

namespace server_store {

namespace {

const std::array<db::Migration, 30> kMigrations = {{
    {1, "records, changes, devices, people, facts", kFirst},
    {2, "contests of a change; months being counted", kContestsAndCounting},
    {3, "audit", kAudit},
    {4, "facts of each massage", kFactsOfEvents},
    {5, "witnesses", kWitnesses},
    {6, "laptops told to erase themselves", kErasing},
    {7, "reasons in the audit", kReasons},
    {8, "backups", kBackups},
    {9, "erased records", kErased},
    {10, "candidates for merging", kCandidates},
    {11, "what came after a laptop was told to erase itself", kLatePushes},
    {12, "the pages of the health centre; forms it published", kConsole},
    {13, "moves between units", kMoves},
    {14, "closed months", kClosedMonths},
    {15, "tables brought in", kImports},
    {16, "ages of facts", kFactsWithAges},
    {17, "tables being looked at", kImportDrafts},
    {18, "what is paused", kPauses},
    {19, "ages in closed months", kClosedAges},
    {20, "what the pages keep ready", kKept},
    {21, "facts by figure", kFactsByFigure},
    {22, "what differs since a closing; lists that pages open at once", kListsAtOnce},
    {23, "families that go to another health centre, or come", kCrossings},
    {24, "free disk of laptops", kFreeDisk},
    {25, "how many profiles there are", kProfileCounts},
    {26, "facts by person", kFactsByPerson},
    {27, "laptops that know more than the server", kAhead},
    {28, "tables brought in part by part", kImportsInParts},
    {29, "what comes late to a joining that was taken back", kPartings},
    {30, "visits by month", kVisitsByMonth},
}};

}  // namespace

std::span<const db::Migration> migrations() {
    return kMigrations;
}

}  // namespace server_store
