#include "sync-server/console/pages/duplicates.h"

#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/pages/joining_words.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/merge/candidates.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/records.h"

#include <algorithm>
#include <cmath>

namespace console {

using html::all;
using html::tag;

namespace {

merge::Language language() {
    return tongue().language == words::Language::English ? merge::Language::English
                                                         : merge::Language::Indonesian;
}

accept::Desk reading_desk(const Visit& visit) {
    return accept::Desk{visit.connection, visit.forms, visit.clock, visit.random};
}

std::string address_of(std::string_view a, std::string_view b) {
    return "/duplicates/" + std::string(a) + "/" + std::string(b);
}

Html percent(double score) {
    return std::to_string(static_cast<int>(std::floor(score * 100))) + " %";
}

// ---- the list

Html scan_part(const Visit& visit, const std::optional<merge::Progress>& progress) {
    using State = merge::Progress::State;
    const bool is_under_way =
        progress && (progress->state == State::Waiting || progress->state == State::Running);
    if (is_under_way) {
        const std::string done = progress->total == 0
                                     ? tr("it begins soon")
                                     : tr("{0} of {1}", {std::to_string(progress->done),
                                                         std::to_string(progress->total)});
        return all(
            note(Tone::Info, all(tr("The whole health centre is being compared: "), done, ". ",
                                 tr("You may leave this page."))),
            form(visit, "/duplicates/scan/stop", submit(tr("Stop the comparison"), Button::Plain)));
    }
    const bool was_left = progress && progress->state == State::Stopped;
    return all(was_left ? paragraph(tr("The last comparison was stopped before its end.")) : Html(),
               form(visit, "/duplicates/scan",
                    submit(tr("Compare the whole health centre again"), Button::Plain)));
}

Html reasons_of(const merge::Candidate& candidate) {
    Html lines;
    for (const merge::Reason& reason : candidate.reasons) {
        lines += tag("div", {{"class", reason.speaks_for ? "for" : "against"}},
                     html::name(merge::words(reason, language()), 400));
    }
    return lines;
}

Table table_of(const Visit& visit, const merge::Page& found) {
    Table shown;
    shown.caption = tr("May be the same, the likeliest first");
    shown.columns = {tr("The two"), tr("Kind"), tr("Why"), tr("Likely"), tr("Decide")};
    shown.empty_text = tr("Nobody seems to be written down twice.");
    for (const merge::Candidate& each : found.candidates) {
        const bool is_elsewhere = each.a.unit != each.b.unit;
        const Html units = is_elsewhere ? all(unit_words(visit, each.a.unit), " / ",
                                              unit_words(visit, each.b.unit))
                                        : Html(unit_words(visit, each.a.unit));
        shown.rows.push_back(
            {all(tag("div", html::name(each.a.name)), tag("div", html::name(each.b.name)),
                 tag("div", {{"class", "muted"}}, units)),
             merge::kind_words(merge::to_code(each.kind), language()), reasons_of(each),
             percent(each.score), link(address_of(each.a.id, each.b.id), tr("Look and decide"))});
    }
    return shown;
}

Answer list(const Visit& visit) {
    merge::Filter filter;
    filter.limit = kRowsOnPage;
    filter.offset = static_cast<std::int64_t>(page_number(visit)) * kRowsOnPage;
    merge::Page found;
    std::optional<merge::Progress> progress;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(candidates, merge::list(desk.connection, visit.clock, filter));
        TRY_LET(scan, merge::scan_progress(desk.connection, visit.clock));
        found = std::move(candidates);
        progress = scan;
        return visit.note(desk.connection, "see_duplicates", "");
    };
    TRY(visit.write(work));
    Html waiting;
    if (found.waiting > 0) {
        waiting = note(Tone::Info, tr("{0} new records are still being compared.",
                                      {std::to_string(found.waiting)}));
    }
    const bool has_more = filter.offset + filter.limit < found.total;
    return page(visit, tr("Written twice"),
                all(paragraph(tr("These records may be of one person or household. Joining can be "
                                 "taken back at any time, weeks later too.")),
                    waiting, table(table_of(visit, found)), pager(visit, has_more),
                    scan_part(visit, progress),
                    tag("p", link("/merges", tr("What was joined, and taking it back")))));
}

Answer scan(const Visit& visit) {
    const auto work = [&](const accept::Desk& desk) -> Status {
        return merge::ask_for_scan(desk.connection, visit.clock, visit.who.id.text());
    };
    TRY(visit.write(work));
    return go_to("/duplicates", tr("The comparison begins. You may go on with other work."));
}

Answer stop(const Visit& visit) {
    bool was_under_way = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(is_stopped, merge::stop_scan(desk.connection, visit.clock));
        was_under_way = is_stopped;
        return base::Done{};
    };
    TRY(visit.write(work));
    return go_to("/duplicates", was_under_way
                                    ? tr("The comparison is stopped. What was found before stays.")
                                    : tr("No comparison is under way."));
}

// ---- one pair

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

Html choice_cell(const Visit& visit, const std::string& type, const Together& fields,
                 joining::Side side) {
    const bool is_winner = side == joining::Side::Winner;
    const joining::FieldPair& pair = fields.front();
    const std::string id = pair.field + (is_winner ? "-winner" : "-loser");
    Html values;
    for (const joining::FieldPair& each : fields) {
        const std::string* token = token_or_none(is_winner ? each.winner : each.loser);
        values += all(values.empty() ? "" : ", ", value_words(visit, type, each.field, token));
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

Result<Html> side_card(const Visit& visit, const records::Record& record, const char* title) {
    TRY_LET(whom, about(visit, record));
    Html lines = facts({{tr("Name"), record_name(visit, record)},
                        {tr("About"), whom.words},
                        {tr("Posyandu"), unit_words(visit, record.unit)}});
    return card(title, lines);
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
    const std::string path = address_of(visit.in_path("a"), visit.in_path("b"));
    return form(
        visit, path + "/join",
        all(carried_revisions(preview), fields_table(visit, preview),
            card(tr("What will be the one's that stays"), moving_words(visit, preview.moving)),
            force,
            field({.name = "reason",
                   .label = tr("Why they are one"),
                   .hint = tr("For example: asked the mother; same NIK.")}),
            submit(tr("Join them"))));
}

Html apart_form(const Visit& visit, const Pair& pair) {
    const std::string path = address_of(visit.in_path("a"), visit.in_path("b"));
    return card(tr("They are two"), form(visit, path + "/apart",
                                         all(carried_revisions(pair.preview),
                                             field({.name = "why", .label = tr("How you know")}),
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
    const std::string path = address_of(visit.in_path("a"), visit.in_path("b"));
    return page(visit, tr("One or two?"),
                all(problem.empty() ? Html() : note(Tone::Bad, problem),
                    tag("div", {{"class", "pair"}}, stays, goes),
                    tag("p", link(path + "?keep=" + preview.loser.id.text(),
                                  tr("Keep the other one instead"))),
                    pair.reasons.empty() ? Html() : card(tr("Why"), reasons_of(candidate)),
                    objections_of(preview), may_join(preview) ? join_form(visit, pair) : Html(),
                    apart_form(visit, pair), link("/duplicates", tr("Back to the list"))),
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

Answer join(const Visit& visit) {
    joining::Request request;
    request.winner = visit.value("winner");
    request.loser = request.winner == visit.in_path("a") ? visit.in_path("b") : visit.in_path("a");
    request.actor = visit.who.id.text();
    request.reason = visit.value("reason");
    request.is_forced = visit.value("forced") == "1";
    TRY_LET(preview, joining::preview(reading_desk(visit), request.winner, request.loser));
    for (const Together& each : choices_of(preview)) {
        const std::string& name = each.front().field;
        const bool takes_loser = visit.value("take." + name) == "loser";
        request.take[name] = takes_loser ? joining::Side::Loser : joining::Side::Winner;
    }
    const auto seen = seen_of(visit, request.winner, request.loser);
    const bool is_stale = !seen || seen->at(request.winner) != preview.winner.revision ||
                          seen->at(request.loser) != preview.loser.revision;
    if (is_stale) {
        return refusal(visit, Refusal::Stale, address_of(visit.in_path("a"), visit.in_path("b")));
    }
    request.seen = *seen;
    base::Status done = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        const auto merge = joining::join(desk, request);
        if (!merge.ok()) {
            done = merge.error();
            return base::Done{};
        }
        return visit.note(desk.connection, "joined", merge.value(), request.reason);
    };
    TRY(visit.write(work));
    if (!done.ok() && is_refusal(done.error())) {
        return pair_page(visit, in_words_of_form(visit, preview.winner.type, done.error()));
    }
    TRY(done);
    return go_to("/duplicates", tr("Joined. The laptops follow at their next sync; it can be taken "
                                   "back under \"What was joined\"."));
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
    bool is_known = false;
    bool is_stale = !seen;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(as_seen, is_as_seen(desk.connection, *seen));
        is_stale = !as_seen;
        if (is_stale) return base::Done{};
        TRY_LET(done, merge::dismiss(desk.connection, visit.clock, dismissal));
        is_known = done;
        TRY(visit.note(desk.connection, "told_apart", dismissal.a, dismissal.reason));
        return visit.note(desk.connection, "told_apart", dismissal.b, dismissal.reason);
    };
    if (!is_stale) TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, address_of(dismissal.a, dismissal.b));
    if (!is_known) return refusal(visit, Refusal::NotFound, "/duplicates");
    return go_to("/duplicates", tr("Remembered: these are two."));
}

}  // namespace

Routes duplicate_routes() {
    constexpr Action kDecide = Action::DecideDuplicates;
    return {{"GET", "/duplicates", kDecide, list},
            {"POST", "/duplicates/scan", kDecide, scan},
            {"POST", "/duplicates/scan/stop", kDecide, stop},
            {"GET", "/duplicates/{a}/{b}", kDecide, show},
            {"POST", "/duplicates/{a}/{b}/join", kDecide, join},
            {"POST", "/duplicates/{a}/{b}/apart", kDecide, tell_apart}};
}

}  // namespace console
