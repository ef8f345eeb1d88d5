#include "client/app/recording/history.h"

#include "client/app/recording/people.h"
#include "client/store/history.h"
#include "client/store/outbox.h"
#include "shared/protocol/outcome.h"

#include <algorithm>
#include <set>

namespace client_app {

namespace {

using base::Fields;
using protocol::OutcomeKind;
using records::Revision;
using store::ArrivedChange;

constexpr std::string_view kNull = "null";

void sign(const protocol::User& author, bool is_mine, HistoryEntry& entry) {
    entry.who = author.name;
    entry.role = author.role;
    entry.is_mine = is_mine;
}

bool sets_one_of(const Fields& later, const Fields& earlier) {
    const auto& entries = earlier.entries();
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Fields::Entry& entry) { return later.has(entry.first); });
}

// One's own change, opened.
struct Own {
    std::int64_t n = 0;
    std::string state;
    records::Change change;
    std::optional<Fields> before;
    std::optional<protocol::Outcome> outcome;  // nullopt: none yet
    bool is_replaced = false;  // in a conflict, by a later change of ours: it never stood
};

bool is_of_kind(const Own& own, OutcomeKind kind) {
    return own.outcome && own.outcome->kind == kind;
}

// The server keeps one contender of a device; of one before it says the later one's revision.
void mark_replaced(std::vector<Own>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_of_kind(all[i], OutcomeKind::Merged)) continue;
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            if (is_of_kind(all[k], OutcomeKind::Conflict) &&
                all[k].outcome->revision == all[i].outcome->revision) {
                all[i].is_replaced |= sets_one_of(all[k].change.set, all[i].change.set);
            }
        }
    }
}

Result<std::vector<Own>> own_changes(store::Store& store, std::string_view record) {
    TRY_LET(sent, store::changes_of(store, record));
    std::vector<Own> own;
    for (store::Sent& each : sent) {
        auto change = records::parse_change(each.line);
        if (!change.ok()) continue;  // of an older program: sent all the same, not shown
        auto outcome = protocol::parse_outcome(each.outcome);
        own.push_back({each.n, each.state, std::move(change).value(), std::move(each.before),
                       outcome.ok() ? std::optional(std::move(outcome).value()) : std::nullopt});
    }
    mark_replaced(own);
    return own;
}

// Did this change make a revision that `arrived` spans?
bool is_spanned(const Own& own, const ArrivedChange& arrived, bool arrived_is_mine) {
    if (!own.outcome || own.is_replaced) return false;
    const Revision made = own.outcome->revision;
    if (made <= arrived.from || made > arrived.revision) return false;
    const OutcomeKind kind = own.outcome->kind;
    const bool is_last = made == arrived.revision;
    // A revision of somebody else's that an outcome names: a decision took ours, or left it.
    if (is_last && !arrived.is_ours && !arrived_is_mine) return false;
    return kind == OutcomeKind::Applied || kind == OutcomeKind::Merged ||
           (kind == OutcomeKind::Conflict && is_last);
}

// What of an arrived change one's own do not tell.
struct Rest {
    std::int64_t revisions = 0;  // that others wrote, or this user elsewhere
    std::vector<FieldChange> changes;
};

const std::string* last_set(const std::vector<const Own*>& spanned, const std::string& field) {
    const std::string* found = nullptr;
    for (const Own* own : spanned) {
        if (const std::string* token = own->change.set.token(field)) found = token;
    }
    return found;
}

Rest rest_of(const ArrivedChange& arrived, const std::vector<Own>& all, bool is_mine) {
    std::vector<const Own*> spanned;
    std::set<Revision> ours;
    for (const Own& own : all) {
        if (!is_spanned(own, arrived, is_mine)) continue;
        spanned.push_back(&own);
        ours.insert(own.outcome->revision);
    }
    Rest rest;
    const bool is_one_epoch =
        arrived.from.is_zero() || arrived.from.epoch == arrived.revision.epoch;
    const std::int64_t first = is_one_epoch ? arrived.from.counter : 0;
    rest.revisions = arrived.revision.counter - first - static_cast<std::int64_t>(ours.size());
    for (const auto& [field, token] : arrived.after.entries()) {
        const std::string* own = last_set(spanned, field);
        if (own != nullptr && *own == token) continue;
        const std::string* old = own != nullptr ? own : arrived.before.token(field);
        rest.changes.push_back({field, old == nullptr ? std::string(kNull) : *old, token});
    }
    return rest;
}

// Where an entry stands among those of one revision, lowest first.
enum class Rank {
    ArrivedBesideOurs,  // what our own change was merged into
    Ours,               // that made the revision
    Arrived,
    OursAfter,  // that saw the revision and changed nothing of it: yet, or at all
    Waiting,    // above every revision
};

// An entry with its place.
struct Placed {
    Rank rank = Rank::Arrived;
    Revision revision;
    std::int64_t n = 0;  // of our own
    HistoryEntry entry;
};

bool is_newer(const Placed& a, const Placed& b) {
    const bool a_waits = a.rank == Rank::Waiting;
    const bool b_waits = b.rank == Rank::Waiting;
    if (a_waits != b_waits) return a_waits;
    if (!a_waits && a.revision != b.revision) return a.revision > b.revision;
    if (a.rank != b.rank) return a.rank > b.rank;
    return a.n > b.n;
}

std::optional<Placed> placed(const ArrivedChange& arrived, const std::vector<Own>& own,
                             const People& people) {
    const bool is_mine = people.is_me(arrived.by);
    Rest rest = rest_of(arrived, own, is_mine);
    const bool is_whole = arrived.after.empty();  // nothing stood here before
    if (rest.revisions <= 0 || (rest.changes.empty() && !is_whole)) return std::nullopt;
    const Rank rank = arrived.is_ours || is_mine ? Rank::ArrivedBesideOurs : Rank::Arrived;
    Placed made{rank, arrived.revision, 0, {}};
    HistoryEntry& entry = made.entry;
    entry.at = arrived.at;
    sign(people.find(arrived.by), is_mine, entry);
    entry.is_creation = arrived.revision.counter == 1;
    entry.is_last_of_several = rest.revisions > 1;
    entry.changes = std::move(rest.changes);
    return made;
}

ChangeState state_of(const Own& own) {
    if (own.outcome && own.outcome->kind == OutcomeKind::Erased) return ChangeState::Erased;
    if (own.state == store::kDone) return ChangeState::Done;
    if (own.state == store::kConflict) return ChangeState::Conflict;
    if (own.state == store::kQuarantined) return ChangeState::Quarantined;
    if (own.state == store::kRejected) return ChangeState::Rejected;
    return ChangeState::Waiting;
}

Rank rank_of(const Own& own, ChangeState state) {
    if (state == ChangeState::Waiting) return Rank::Waiting;
    const bool made_it = !own.is_replaced && (is_of_kind(own, OutcomeKind::Applied) ||
                                              is_of_kind(own, OutcomeKind::Merged));
    return made_it ? Rank::Ours : Rank::OursAfter;
}

std::vector<FieldChange> changes_of(const Own& own) {
    std::vector<FieldChange> changes;
    for (const auto& [field, token] : own.change.set.entries()) {
        FieldChange change{field, std::nullopt, token};
        if (own.before) {
            const std::string* old = own.before->token(field);
            change.old_token = old == nullptr ? std::string(kNull) : *old;
        } else if (own.change.base.is_zero()) {
            change.old_token = std::string(kNull);
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

// That somebody wrote here is all that is told of an erased record.
void forget_contents(std::vector<Own>& own) {
    for (Own& each : own) {
        each.change.set = Fields();
        each.change.reason.clear();
    }
}

Result<Placed> placed(store::Store& store, const Own& own, bool is_first, const People& people) {
    Placed made;
    HistoryEntry& entry = made.entry;
    entry.state = state_of(own);
    made.rank = rank_of(own, entry.state);
    const bool has_revision = own.outcome && !own.outcome->revision.is_zero();
    made.revision = has_revision ? own.outcome->revision : own.change.base;
    made.n = own.n;
    sign(people.me(), true, entry);
    entry.at = own.change.made_at;
    entry.n = own.n;
    entry.is_creation = is_first && own.change.base.is_zero();
    TRY_LET(is_doubtful, store::is_clock_doubtful(store, own.n));
    entry.is_clock_doubtful = is_doubtful;
    entry.reason = own.change.reason;
    if (own.outcome) entry.answer = own.outcome->reason;
    entry.changes = changes_of(own);
    return made;
}

}  // namespace

std::string_view name_of(ChangeState state) {
    switch (state) {
        case ChangeState::Waiting:
            return "waiting";
        case ChangeState::Done:
            return "done";
        case ChangeState::Conflict:
            return "conflict";
        case ChangeState::Quarantined:
            return "quarantined";
        case ChangeState::Rejected:
            return "rejected";
        case ChangeState::Erased:
            return "erased";
    }
    return "";
}

Result<std::vector<HistoryEntry>> history_of(store::Store& store, std::string_view record) {
    TRY_LET(people, People::read(store));
    TRY_LET(own, own_changes(store, record));
    TRY_LET(arrived, store::arrived_changes(store, record));
    std::vector<Placed> all;
    const bool is_erased = std::any_of(own.begin(), own.end(), [](const Own& each) {
        return state_of(each) == ChangeState::Erased;
    });
    if (is_erased) forget_contents(own);
    for (const Own& each : own) {
        TRY_LET(made, placed(store, each, &each == &own.front(), people));
        all.push_back(std::move(made));
    }
    for (const ArrivedChange& each : arrived) {
        if (auto made = placed(each, own, people)) all.push_back(std::move(*made));
    }
    std::stable_sort(all.begin(), all.end(), is_newer);
    std::vector<HistoryEntry> entries;
    for (Placed& each : all) entries.push_back(std::move(each.entry));
    return entries;
}

Result<bool> is_sent(store::Store& store, std::string_view record) {
    TRY_LET(changes, store::changes_of(store, record));
    return std::all_of(changes.begin(), changes.end(),
                       [](const store::Sent& change) { return change.state == store::kDone; });
}

}  // namespace client_app
