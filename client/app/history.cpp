#include "client/app/history.h"

#include "client/store/history.h"
#include "client/store/outbox.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/record_line.h"

#include <algorithm>

namespace client_app {

namespace {

using base::Fields;
using protocol::OutcomeKind;
using records::Revision;
using store::ArrivedChange;

constexpr std::string_view kNull = "null";

// Whose id is whose name.
class People {
public:
    static Result<People> read(store::Store& store) {
        TRY_LET(identity, store.identity());
        People people;
        people.me_ = {identity.user, identity.user_name, identity.role};
        people.centre_ = identity.centre;
        if (identity.config.empty()) return people;
        TRY_LET(config, protocol::parse_config(identity.config));
        people.users_ = std::move(config.users);
        return people;
    }

    void sign(const std::string& by, HistoryEntry& entry) const {
        if (by == protocol::kByCentre) entry.who = centre_;
        for (const protocol::User& user : users_) {
            if (user.id == by && !by.empty()) name(user, entry);
        }
        if (by == me_.id && !by.empty()) sign_mine(entry);
    }
    void sign_mine(HistoryEntry& entry) const {
        name(me_, entry);
        entry.is_mine = true;
    }
    bool is_me(const std::string& by) const { return !by.empty() && by == me_.id; }

private:
    static void name(const protocol::User& user, HistoryEntry& entry) {
        entry.who = user.name;
        entry.role = user.role;
    }
    protocol::User me_;
    std::string centre_;
    std::vector<protocol::User> users_;
};

// One's own change, opened.
struct Own {
    std::int64_t n = 0;
    std::string state;
    records::Change change;
    std::optional<Fields> before;
    std::optional<protocol::Outcome> outcome;  // nullopt: none yet
};

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
    return own;
}

// Did this change make a revision that `arrived` spans?
bool is_spanned(const Own& own, const ArrivedChange& arrived, bool arrived_is_mine) {
    if (!own.outcome) return false;
    const Revision made = own.outcome->revision;
    if (made <= arrived.from || made > arrived.revision) return false;
    const OutcomeKind kind = own.outcome->kind;
    // In a conflict the revision may be another's, unless the server says that ours was the last.
    if (kind == OutcomeKind::Conflict) {
        return (arrived.is_ours || arrived_is_mine) && made == arrived.revision;
    }
    return kind == OutcomeKind::Applied || kind == OutcomeKind::Merged;
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
    for (const Own& own : all) {
        if (is_spanned(own, arrived, is_mine)) spanned.push_back(&own);
    }
    Rest rest;
    const bool is_one_epoch =
        arrived.from.is_zero() || arrived.from.epoch == arrived.revision.epoch;
    const std::int64_t first = is_one_epoch ? arrived.from.counter : 0;
    rest.revisions = arrived.revision.counter - first - static_cast<std::int64_t>(spanned.size());
    for (const auto& [field, token] : arrived.after.entries()) {
        const std::string* ours = last_set(spanned, field);
        if (ours != nullptr && *ours == token) continue;
        const std::string* old = ours != nullptr ? ours : arrived.before.token(field);
        rest.changes.push_back({field, old == nullptr ? std::string(kNull) : *old, token});
    }
    return rest;
}

// An entry with its place: waiting ones on top, then by revision, then by the number of the change.
struct Placed {
    bool is_waiting = false;
    Revision revision;
    std::int64_t n = 0;  // 0: arrived
    HistoryEntry entry;
};

bool is_newer(const Placed& a, const Placed& b) {
    if (a.is_waiting != b.is_waiting) return a.is_waiting;
    if (a.revision != b.revision && !a.is_waiting) return a.revision > b.revision;
    return a.n > b.n;
}

std::optional<Placed> placed(const ArrivedChange& arrived, const std::vector<Own>& own,
                             const People& people) {
    const bool is_mine = people.is_me(arrived.by);
    Rest rest = rest_of(arrived, own, is_mine);
    const bool is_whole = arrived.after.empty();  // nothing stood here before
    if (rest.revisions <= 0 || (rest.changes.empty() && !is_whole)) return std::nullopt;
    Placed made{false, arrived.revision, 0, {}};
    HistoryEntry& entry = made.entry;
    entry.at = arrived.at;
    // Ours was the last, and is told by itself: then who wrote the rest is not known.
    const bool is_told =
        is_mine && std::any_of(own.begin(), own.end(), [&](const Own& each) {
            return is_spanned(each, arrived, is_mine) && each.outcome->revision == arrived.revision;
        });
    if (!is_told) people.sign(arrived.by, entry);
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

Result<Placed> placed(store::Store& store, const Own& own, bool is_first, const People& people) {
    Placed made;
    HistoryEntry& entry = made.entry;
    entry.state = state_of(own);
    made.is_waiting = entry.state == ChangeState::Waiting;
    const bool has_revision = own.outcome && !own.outcome->revision.is_zero();
    made.revision = has_revision ? own.outcome->revision : own.change.base;
    made.n = own.n;
    people.sign_mine(entry);
    entry.at = own.change.made_at;
    entry.n = own.n;
    entry.is_creation = is_first && own.change.base.is_zero();
    TRY_LET(is_doubtful, store::is_clock_doubtful(store, own.n));
    entry.is_clock_doubtful = is_doubtful;
    if (entry.state == ChangeState::Erased) return made;
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

}  // namespace client_app
