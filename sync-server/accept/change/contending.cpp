#include "sync-server/accept/change/contending.h"

#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/change/form_rules.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <map>

namespace accept {

namespace {

using protocol::OutcomeKind;
using server_store::Contender;

constexpr std::string_view kTaken = "taken";
constexpr std::string_view kRefused = "refused";
constexpr std::string_view kReplaced = "replaced";  // by its author's own later word

constexpr std::string_view kMergedInto = "merged_into";
constexpr std::int64_t kNoDevice = 0;  // what a sticky value displaced has no one author

// May this user close conflicts about such records? Who somebody is, and where she lives, is the
// coordinator's to say (DESIGN 8).
bool may_decide(const server_store::User& user, const std::string& type) {
    return user.role == "KOORD" || (user.role == "BIDAN" && is_clinical(type));
}

// Fields of the change that it contends for in no group were taken, or stood there already.
Result<bool> took_something(const server_store::LoggedChange& logged,
                            const std::vector<Contender>& contests) {
    TRY_LET(change, records::parse_change(logged.line));
    base::Fields contended;
    for (const Contender& each : contests) {
        TRY_LET(mine, base::Fields::parse(each.mine));
        for (const auto& [name, token] : mine.entries()) contended.set_token(name, token);
    }
    const auto& wanted = change.set.entries();
    return std::any_of(wanted.begin(), wanted.end(), [&contended](const auto& entry) {
        return contended.token(entry.first) == nullptr;
    });
}

Status add_open_contests(const std::vector<Contender>& contests, protocol::Outcome& outcome) {
    for (const Contender& each : contests) {
        if (!each.is_open) continue;
        TRY_LET(mine, base::Fields::parse(each.mine));
        outcome.contests.push_back({each.id, each.group, std::move(mine)});
    }
    return base::Done{};
}

// An edit to a record that was joined into another contends there: its own stands where it was
// made.
Result<records::Revision> revision_of(Session& session, const server_store::LoggedChange& logged,
                                      const Contender& contest, records::Revision revision) {
    if (logged.record == contest.record) return revision;
    TRY_LET(own, server_store::find_record(session.connection, logged.record));
    return own ? own->record.revision : revision;
}

// What became of a change, from all that it contends or contended for: a conflict while anything
// is open; rejected only if a person refused all that it wanted.
// `revision`: that of the record which `about` contends for.
Status announce_contests(Session& session, const Contender& about, records::Revision revision,
                         std::string_view reason) {
    TRY_LET(contests,
            server_store::contenders_of_change(session.connection, about.device, about.n));
    TRY_LET(logged, server_store::find_change(session.connection, about.device, about.n));
    CHECK(logged.has_value());                      // only what is in the log contends
    if (logged->line.empty()) return base::Done{};  // erased, and told so
    TRY_LET(reached, revision_of(session, *logged, about, revision));
    protocol::Outcome outcome;
    outcome.n = about.n;
    outcome.revision = reached;
    TRY(add_open_contests(contests, outcome));
    TRY_LET(took_any, took_something(*logged, contests));
    const bool all_refused =
        !took_any && std::all_of(contests.begin(), contests.end(),
                                 [](const Contender& each) { return each.decision == kRefused; });
    if (!outcome.contests.empty()) {
        outcome.kind = OutcomeKind::Conflict;
    } else if (all_refused) {
        outcome.kind = OutcomeKind::Rejected;
        outcome.reason = reason;
    } else {
        outcome.kind = OutcomeKind::Merged;
    }
    return announce(session, about.device, about.n, outcome);
}

// The record that the change behind it was written to.
Result<std::string> written_to(Session& session, const Contender& contender) {
    TRY_LET(logged, server_store::find_change(session.connection, contender.device, contender.n));
    return logged ? logged->record : contender.record;
}

// Her own later word on a record replaces her earlier one, field by field (SYNC 8): what it does
// not speak of still contends, with it. At the desk many write as one: there each word stays.
Result<Contender> in_place_of_own(Session& session, Contender later, const std::string& record,
                                  records::Revision revision) {
    TRY_LET(open, server_store::open_contenders_of(session.connection, later.record, later.group));
    base::Fields mine;
    for (const Contender& each : open) {
        if (each.device != later.device) continue;
        TRY_LET(from, written_to(session, each));
        if (from != record) continue;
        TRY_LET(earlier, base::Fields::parse(each.mine));
        for (const auto& [name, token] : earlier.entries()) mine.set_token(name, token);
        TRY(server_store::close_contender(session.connection, each.id, session.now, kReplaced));
        TRY(announce_contests(session, each, revision, ""));
    }
    TRY_LET(last, base::Fields::parse(later.mine));
    for (const auto& [name, token] : last.entries()) mine.set_token(name, token);
    later.mine = mine.to_json();
    return later;
}

}  // namespace

bool is_clinical(std::string_view type) {
    return std::find(kIdentityTypes.begin(), kIdentityTypes.end(), type) == kIdentityTypes.end();
}

Result<std::optional<Contender>> decided(Session& session, const records::Change& change,
                                         std::int64_t device) {
    const bool is_his_own = device == session.device.no;  // not a release on another's behalf
    if (change.decides.empty() || !is_his_own || !may_decide(session.user, change.type)) {
        return std::optional<Contender>();
    }
    TRY_LET(contender, server_store::find_contender(session.connection, change.decides));
    if (!contender || !contender->is_open || contender->record != change.record.text()) {
        return std::optional<Contender>();
    }
    return contender;
}

namespace {

// `revision`: that which the record has by now. `written`: the record that the change is of.
Status put_contenders(Session& session, const std::string& record, records::Revision revision,
                      const std::string& written, const std::vector<Loser>& losers,
                      const Writer& author, protocol::Outcome& outcome) {
    for (const Loser& loser : losers) {
        Contender placed{base::make_uuid7(session.now, session.random),
                         record,
                         loser.group,
                         loser.is_incoming ? author.device : kNoDevice,
                         author.n,
                         loser.values.to_json(),
                         session.now,
                         true,
                         ""};
        const bool has_one_author = loser.is_incoming && author.incarnation != 0;
        if (has_one_author) {
            TRY_LET(whole, in_place_of_own(session, std::move(placed), written, revision));
            placed = std::move(whole);
        }
        TRY(server_store::put_contender(session.connection, placed));
        if (!loser.is_incoming) continue;
        TRY_LET(mine, base::Fields::parse(placed.mine));
        outcome.kind = OutcomeKind::Conflict;
        outcome.contests.push_back({placed.id, placed.group, std::move(mine)});
    }
    return base::Done{};
}

// What of the change was taken and is otherwise in the record that counts.
std::vector<Loser> differing(const records::Change& change, const records::Record& kept,
                             const Merged& merged, const forms::Form& form) {
    std::map<std::string, base::Fields> groups;
    for (const auto& [name, token] : change.set.entries()) {
        const std::string* standing = kept.fields.token(name);
        const bool is_same = token == (standing == nullptr ? "null" : *standing);
        if (!is_same) groups[group_of(form, name)].set_token(name, token);
    }
    for (const Loser& loser : merged.losers) {
        if (loser.is_incoming) groups.erase(loser.group);
    }
    std::vector<Loser> found;
    for (auto& [group, values] : groups) found.push_back({group, std::move(values), true});
    return found;
}

}  // namespace

Status put_losers(Session& session, const records::Change& change, const Merged& merged,
                  const Writer& author, protocol::Outcome& outcome) {
    const std::string& record = change.record.text();
    return put_contenders(session, record, outcome.revision, record, merged.losers, author,
                          outcome);
}

Status raise_with_kept(Session& session, const records::Change& change,
                       const records::Record& written, const Merged& merged, const Writer& author,
                       protocol::Outcome& outcome) {
    const bool is_alias = written.fields.has(kMergedInto);
    if (!is_alias || author.incarnation == 0 || !merged.took_any) return base::Done{};
    TRY_LET(kept_id, canonical(session.connection, written.id.text()));
    TRY_LET(kept, server_store::find_record(session.connection, kept_id));
    const forms::Form* form = session.forms.find(change.type);
    if (!kept || kept->record.id == written.id || form == nullptr) return base::Done{};
    return put_contenders(session, kept_id, kept->record.revision, written.id.text(),
                          differing(change, kept->record, merged, *form), author, outcome);
}

namespace {

// The record that it was written to means another one by now.
Status contend_with(Session& session, const Contender& raised, const std::string& record) {
    TRY_LET(standing, server_store::find_record(session.connection, record));
    TRY_LET(mine, base::Fields::parse(raised.mine));
    base::Fields after = standing ? standing->record.fields : base::Fields();
    after.apply(mine);
    if (!standing || after == standing->record.fields) return base::Done{};
    Contender there = raised;
    there.id = base::make_uuid7(session.now, session.random);
    there.record = record;
    return server_store::put_contender(session.connection, there);
}

}  // namespace

Status withdraw_raised(Session& session, const std::string& kept, const std::string& freed) {
    TRY_LET(all, server_store::open_contenders(session.connection));
    for (const Contender& each : all) {
        if (each.record != kept || each.device == kNoDevice) continue;
        TRY_LET(logged, server_store::find_change(session.connection, each.device, each.n));
        if (!logged || logged->record == kept) continue;
        TRY_LET(meant, canonical(session.connection, logged->record));
        TRY_LET(now, canonical(session.connection, freed));
        if (meant != now) continue;
        TRY(server_store::close_contender(session.connection, each.id, session.now, kTaken));
        if (logged->record != meant) TRY(contend_with(session, each, meant));
        TRY(announce_contests(session, each, {}, ""));
    }
    return base::Done{};
}

Status close_decided(Session& session, const Contender& decided_one, const base::Fields& standing,
                     records::Revision revision, std::string_view reason) {
    TRY_LET(open, server_store::open_contenders_of(session.connection, decided_one.record,
                                                   decided_one.group));
    for (const Contender& each : open) {
        TRY_LET(wanted, base::Fields::parse(each.mine));
        base::Fields after = standing;
        after.apply(wanted);
        const bool is_as_wanted = after == standing;
        if (each.id != decided_one.id && !is_as_wanted) continue;
        TRY(server_store::close_contender(session.connection, each.id, session.now,
                                          is_as_wanted ? kTaken : kRefused));
        if (each.device == kNoDevice) continue;
        TRY(announce_contests(session, each, revision, reason));
    }
    return base::Done{};
}

Status open_again(Session& session, const Contender& closed, records::Revision revision) {
    TRY(server_store::reopen_contender(session.connection, closed.id));
    if (closed.device == kNoDevice) return base::Done{};
    return announce_contests(session, closed, revision, "");
}

}  // namespace accept
