// Two records side by side: joined, or told apart.
#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/writers.h"
#include "sync-server/console/pages/families/duplicates.h"
#include "sync-server/console/pages/families/joining_words.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/merge/keeping.h"
#include "sync-server/store/records.h"

#include <algorithm>
#include <array>

namespace console {

using html::all;
using html::tag;

namespace {

// How many pairs stand before this one; absent: it does not wait.
Result<std::optional<std::int64_t>> before_pair(const Visit& visit) {
    TRY_LET(row, open_pair(visit.connection, visit.in_path("a"), visit.in_path("b")));
    if (!row) return std::optional<std::int64_t>();
    TRY_LET(before, server_store::candidates_before(visit.connection, *row));
    return std::optional(before);
}

// Why it has no place in the list. Whoever came from the list, as comparing let it go meanwhile,
// would else think that she did something wrong.
Result<const char*> why_it_waits_no_more(const Visit& visit, const joining::Preview& preview) {
    const std::string& one = preview.winner.id.text();
    const std::string& other = preview.loser.id.text();
    const bool is_joined = preview.winner.fields.text("merged_into") == other ||
                           preview.loser.fields.text("merged_into") == one;
    if (is_joined) return tr("These two are joined already: nothing waits here.");
    TRY_LET(row, server_store::find_candidate(visit.connection, std::min(one, other),
                                              std::max(one, other)));
    if (row && row->state == "dismissed") {
        return tr("These two were told apart before: no duplicate. You can decide anew here.");
    }
    return tr(
        "These two wait no more: compared again after what was decided or written since, "
        "they look alike too little for the list. You need not decide anything here; if "
        "you know better, you still can.");
}

// And on to the next one of the list.
Result<Html> out_of_the_list(const Visit& visit, const joining::Preview& preview) {
    TRY_LET(why, why_it_waits_no_more(visit, preview));
    TRY_LET(next, next_of(visit.connection, pairs_to_decide(), 0));
    const bool has_next = next != pairs_to_decide().path;
    const Html way = has_next ? button_link(next, tr("On to the next pair"), Button::Main)
                              : Html(tr("No other one waits."));
    return all(note(Tone::Info, why), tag("p", way),
               tag("p", link("/duplicates", tr("The whole list"))));
}

Result<Html> place_of_pair(const Visit& visit, const joining::Preview& preview) {
    TRY_LET(before, before_pair(visit));
    if (before) return place_in(visit, pairs_to_decide(), *before);
    return out_of_the_list(visit, preview);
}

struct Pair {
    joining::Preview preview;  // the winner is whom the page proposes to keep
    std::vector<merge::Reason> reasons;
};

// Who stays: whom she chose, else who was written down first.
Result<Pair> pair_of(const Visit& visit) {
    std::string keep = visit.in_path("a");
    std::string other = visit.in_path("b");
    if (!base::is_uuid(keep) || !base::is_uuid(other)) {
        return base::Error{base::ErrorCode::NotFound, "no such pair"};
    }
    if (visit.value("keep") == other) std::swap(keep, other);
    Pair pair;
    TRY_LET(preview, joining::preview(reading_desk(visit), keep, other));
    pair.preview = std::move(preview);
    std::optional<merge::Comparison> comparison;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(found, merge::one(desk.connection, visit.clock, keep, other));
        comparison = std::move(found);
        return base::Done{};
    };
    TRY(visit.write(work));
    if (comparison) pair.reasons = comparison->candidate.reasons;
    return pair;
}

const std::string* token_or_none(const std::string& token) {
    return token.empty() || token == "null" ? nullptr : &token;
}

const std::string* token_or_none(const std::string* token) {
    return token == nullptr ? nullptr : token_or_none(*token);
}

// Fields that are taken together (SYNC 10) are one choice, of the first one's name.
using Together = std::vector<joining::FieldPair>;

std::vector<Together> choices_of(const joining::Preview& preview) {
    std::vector<Together> choices;
    for (const joining::FieldPair& each : preview.fields) {
        const auto same = std::find_if(choices.begin(), choices.end(), [&](const Together& fields) {
            return fields.front().group == each.group;
        });
        if (same == choices.end()) {
            choices.push_back({each});
        } else {
            same->push_back(each);
        }
    }
    return choices;
}

// Of two households of one head: the words alone do not tell them apart.
bool says_the_same(const Visit& visit, const std::string& type, const joining::FieldPair& pair) {
    const auto words_of = [&](const std::string& token) {
        return value_words(visit, type, pair.field, token_or_none(token)).markup();
    };
    return words_of(pair.winner) == words_of(pair.loser);
}

Html choice_cell(const Visit& visit, const std::string& type, const Together& fields,
                 joining::Side side) {
    const bool is_winner = side == joining::Side::Winner;
    const joining::FieldPair& pair = fields.front();
    const std::string id = pair.field + (is_winner ? "-winner" : "-loser");
    Html values;
    for (const joining::FieldPair& each : fields) {
        const std::string* token = token_or_none(is_winner ? each.winner : each.loser);
        const Html value = value_words(visit, type, each.field, token);
        values += all(values.empty() ? "" : ", ", value);
        if (!is_winner && says_the_same(visit, type, each)) {
            values += all(" ", tr("(another one of this name)"));
        }
    }
    return tag("div", {{"class", "option"}},
               tag("input", {{"type", "radio"},
                             {"id", id},
                             {"name", "take." + pair.field},
                             {"value", is_winner ? "winner" : "loser"},
                             {"checked", pair.suggested == side}}),
               tag("label", {{"for", id}}, values));
}

Html fields_table(const Visit& visit, const joining::Preview& preview) {
    Table fields;
    fields.caption = tr("Where they differ: choose what is right");
    fields.columns = {tr("Question"), tr("The one that stays"), tr("The other")};
    fields.empty_text = tr("They say the same everywhere.");
    const std::string& type = preview.winner.type;
    for (const Together& each : choices_of(preview)) {
        std::string names;
        for (const joining::FieldPair& pair : each) {
            names += (names.empty() ? "" : ", ") + field_words(visit, type, pair.field);
        }
        fields.rows.push_back({names, choice_cell(visit, type, each, joining::Side::Winner),
                               choice_cell(visit, type, each, joining::Side::Loser)});
    }
    return table(fields);
}

// What tells two people of one name apart, and whom to ask.
constexpr std::array<const char*, 6> kTelling = {"birth_date", "household_id", "mother_person_id",
                                                 "phone",      "address_line", "landmark"};

Result<Html> side_card(const Visit& visit, const records::Record& record, const char* title) {
    std::vector<std::pair<std::string, Html>> lines = {{tr("Name"), record_name(visit, record)}};
    for (const char* const field : kTelling) {
        const std::string* const token = token_or_none(record.fields.token(field));
        if (token == nullptr) continue;
        lines.emplace_back(field_words(visit, record.type, field),
                           value_words(visit, record.type, field, token));
    }
    lines.emplace_back(tr("Posyandu"), unit_words(visit, record.unit));
    TRY_LET(stored, server_store::find_record(visit.connection, record.id.text()));
    if (stored) {
        const accept::Writers writers = accept::Writers::parse(stored->writers);
        const accept::Writer& writer = writers.of("full_name");
        TRY_LET(author, author_words(visit, writer.device, writer.n));
        lines.emplace_back(tr("Written by"), author);
    }
    return card(title, facts(lines));
}

bool may_join(const joining::Preview& preview) {
    return std::all_of(preview.objections.begin(), preview.objections.end(),
                       [](const joining::Objection& each) { return each.can_be_forced; });
}

Html objections_of(const joining::Preview& preview) {
    Html notes;
    for (const joining::Objection& each : preview.objections) {
        notes += note(each.can_be_forced ? Tone::Warn : Tone::Bad, objection_words(each));
    }
    return notes;
}

Html carried_revisions(const joining::Preview& preview) {
    return all(carried("winner", preview.winner.id.text()),
               carried("shown-winner", to_text(preview.winner.revision)),
               carried("shown-loser", to_text(preview.loser.revision)));
}

Html join_form(const Visit& visit, const Pair& pair) {
    const joining::Preview& preview = pair.preview;
    Html force;
    if (!preview.objections.empty()) {
        force = checkboxes({.name = "forced", .label = tr("Look twice")},
                           {{"1", tr("I have looked: they are one all the same"), false}});
    }
    const std::string path = address_of_pair(visit.in_path("a"), visit.in_path("b"));
    return form(
        visit, path + "/join",
        all(carried_revisions(preview), fields_table(visit, preview),
            card(tr("What will be the one's that stays"), moving_words(visit, preview.moving)),
            force,
            field({.name = "reason",
                   .label = tr("Why they are one"),
                   .hint = tr("For example: asked the mother; same NIK."),
                   .suggestions = {tr("Asked the mother"), tr("Asked the cadre"), tr("Same NIK"),
                                   tr("Same in the mother and child handbook")}}),
            submit(tr("Join them"))));
}

Html apart_form(const Visit& visit, const Pair& pair) {
    const std::string path = address_of_pair(visit.in_path("a"), visit.in_path("b"));
    return card(tr("They are two"),
                form(visit, path + "/apart",
                     all(carried_revisions(pair.preview),
                         field({.name = "why",
                                .label = tr("How you know"),
                                .suggestions = {tr("Asked the mother"), tr("Asked the cadre"),
                                                tr("They are sisters"), tr("They are twins")}}),
                         submit(tr("Not a duplicate"), Button::Plain))));
}

Answer pair_page(const Visit& visit, const std::string& problem) {
    TRY_LET(pair, pair_of(visit));
    const joining::Preview& preview = pair.preview;
    for (const records::Record* each : {&preview.winner, &preview.loser}) {
        TRY(visit.looked_at("see_pair", each->id.text()));
    }
    TRY_LET(stays, side_card(visit, preview.winner, tr("Stays")));
    TRY_LET(goes, side_card(visit, preview.loser, tr("Goes into it")));
    merge::Candidate candidate;
    candidate.reasons = pair.reasons;
    const std::string path = address_of_pair(visit.in_path("a"), visit.in_path("b"));
    TRY_LET(place, place_of_pair(visit, preview));
    return page(visit, tr("One or two?"),
                all(place, problem.empty() ? Html() : note(Tone::Bad, problem),
                    tag("div", {{"class", "pair"}}, stays, goes),
                    tag("p", link(path + "?keep=" + preview.loser.id.text(),
                                  tr("Keep the other one instead"))),
                    pair.reasons.empty() ? Html() : card(tr("Why"), reasons_of(candidate)),
                    objections_of(preview), bringing_together(visit, preview.winner, preview.loser),
                    may_join(preview) ? join_form(visit, pair) : Html(), apart_form(visit, pair)),
                problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    return pair_page(visit, "");
}

// What the page showed; absent: it is none of ours.
std::optional<joining::Seen> seen_of(const Visit& visit, const std::string& winner,
                                     const std::string& loser) {
    const auto shown_winner = records::parse_revision(visit.value("shown-winner"));
    const auto shown_loser = records::parse_revision(visit.value("shown-loser"));
    if (!shown_winner || !shown_loser) return std::nullopt;
    return joining::Seen{{winner, *shown_winner}, {loser, *shown_loser}};
}

struct Onward {
    std::string address;
    bool is_of_household = false;
};

// To the households of the two, where these look like one; else to the next pair.
Result<Onward> after_joining(db::Connection& connection, const joining::Preview& joined,
                             std::int64_t before) {
    const std::string one = joined.winner.fields.text("household_id");
    const std::string other = joined.loser.fields.text("household_id");
    TRY_LET(row, open_pair(connection, one, other));
    if (row) return Onward{address_of_pair(row->a, row->b), true};
    TRY_LET(next, next_of(connection, pairs_to_decide(), before));
    return Onward{std::move(next)};
}

joining::Request request_of(const Visit& visit) {
    joining::Request request;
    request.winner = visit.value("winner");
    request.loser = request.winner == visit.in_path("a") ? visit.in_path("b") : visit.in_path("a");
    request.actor = visit.who.id.text();
    request.reason = visit.value("reason");
    request.is_forced = visit.value("forced") == "1";
    return request;
}

void take_sides(const Visit& visit, const joining::Preview& preview, joining::Request& request) {
    for (const Together& each : choices_of(preview)) {
        const std::string& name = each.front().field;
        const bool takes_loser = visit.value("take." + name) == "loser";
        request.take[name] = takes_loser ? joining::Side::Loser : joining::Side::Winner;
    }
}

Answer join(const Visit& visit) {
    joining::Request request = request_of(visit);
    TRY_LET(preview, joining::preview(reading_desk(visit), request.winner, request.loser));
    take_sides(visit, preview, request);
    const auto seen = seen_of(visit, request.winner, request.loser);
    const bool is_stale = !seen || seen->at(request.winner) != preview.winner.revision ||
                          seen->at(request.loser) != preview.loser.revision;
    if (is_stale) {
        return refusal(visit, Refusal::Stale,
                       address_of_pair(visit.in_path("a"), visit.in_path("b")));
    }
    request.seen = *seen;
    TRY_LET(before, before_pair(visit));
    Onward onward;
    base::Status done = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        const auto merge = joining::join(desk, request);
        if (!merge.ok()) {
            done = merge.error();
            return base::Done{};
        }
        TRY(visit.note(desk.connection, "joined", merge.value(), request.reason));
        TRY(merge::settle_gone(desk.connection, desk.clock.now(), request.loser));
        TRY_LET(found, after_joining(desk.connection, preview, before.value_or(0)));
        onward = std::move(found);
        return base::Done{};
    };
    TRY(visit.write(work));
    if (!done.ok() && is_refusal(done.error())) {
        return pair_page(visit, in_words_of_form(visit, preview.winner.type, done.error()));
    }
    TRY(done);
    const std::string said = tr("Joined. It can be taken back at any time.");
    if (onward.is_of_household) {
        return go_to(onward.address,
                     said + " " + tr("Their households look like one, too: here they are."));
    }
    return go_on(pairs_to_decide(), onward.address, said);
}

Result<bool> is_as_seen(db::Connection& connection, const joining::Seen& seen) {
    for (const auto& [id, revision] : seen) {
        TRY_LET(stored, server_store::find_record(connection, id));
        if (!stored || stored->record.revision != revision) return false;
    }
    return true;
}

Answer tell_apart(const Visit& visit) {
    const merge::Dismissal dismissal{visit.in_path("a"), visit.in_path("b"), visit.who.id.text(),
                                     visit.value("why")};
    const bool is_first = visit.value("winner") == dismissal.a;
    const auto seen =
        seen_of(visit, is_first ? dismissal.a : dismissal.b, is_first ? dismissal.b : dismissal.a);
    TRY_LET(before, before_pair(visit));
    std::string next;
    bool is_known = false;
    bool is_stale = !seen;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(as_seen, is_as_seen(desk.connection, *seen));
        is_stale = !as_seen;
        if (is_stale) return base::Done{};
        TRY_LET(done, merge::dismiss(desk.connection, visit.clock, dismissal));
        is_known = done;
        TRY_LET(found, next_of(desk.connection, pairs_to_decide(), before.value_or(0)));
        next = std::move(found);
        TRY(visit.note(desk.connection, "told_apart", dismissal.a, dismissal.reason));
        return visit.note(desk.connection, "told_apart", dismissal.b, dismissal.reason);
    };
    if (!is_stale) TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, address_of_pair(dismissal.a, dismissal.b));
    if (!is_known) return refusal(visit, Refusal::NotFound, "/duplicates");
    return go_on(pairs_to_decide(), next, tr("Remembered: these are two."));
}

}  // namespace

Routes pair_routes() {
    constexpr Action kDecide = Action::DecideDuplicates;
    return {{"GET", "/duplicates/{a}/{b}", kDecide, show},
            {"POST", "/duplicates/{a}/{b}/join", kDecide, join},
            {"POST", "/duplicates/{a}/{b}/apart", kDecide, tell_apart}};
}

}  // namespace console
