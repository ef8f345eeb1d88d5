// The SQL of each version of the database, by subject. One that was released is never edited.
#pragma once

namespace server_store {

// sync.cpp
extern const char* const kFirst;
extern const char* const kContestsAndCounting;
extern const char* const kAudit;
extern const char* const kFactsOfEvents;
extern const char* const kWitnesses;
extern const char* const kErasing;
extern const char* const kReasons;
extern const char* const kBackups;
extern const char* const kErased;
extern const char* const kPauses;
extern const char* const kFreeDisk;
extern const char* const kAhead;
// desk.cpp
extern const char* const kCandidates;
extern const char* const kLatePushes;
extern const char* const kConsole;
extern const char* const kMoves;
extern const char* const kClosedMonths;
extern const char* const kImports;
extern const char* const kFactsWithAges;
extern const char* const kImportDrafts;
extern const char* const kClosedAges;
extern const char* const kKept;
extern const char* const kFactsByFigure;
extern const char* const kListsAtOnce;
extern const char* const kProfileCounts;
extern const char* const kImportsInParts;
extern const char* const kPartings;
// crossings.cpp
extern const char* const kCrossings;
// counting.cpp
extern const char* const kFactsByPerson;
extern const char* const kVisitsByMonth;

}  // namespace server_store
