#include "sync-server/accept/joining/joining.h"
#include "shared/base/text.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/families.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<joining::Request> request_of(const JoinOptions& options) {
    joining::Request request;
    request.winner = options.winner;
    request.loser = options.loser;
    request.reason = options.reason;
    request.actor = server_store::kCommandLine;
    request.is_forced = options.is_forced;
    for (const std::string& each : options.take) {
        const auto parts = base::split(each, '=');
        const bool is_said = parts.size() == 2 && (parts[1] == "loser" || parts[1] == "winner");
        if (!is_said) return Error{ErrorCode::Usage, "--take takes FIELD=loser or FIELD=winner"};
        request.take[parts[0]] = parts[1] == "loser" ? joining::Side::Loser : joining::Side::Winner;
    }
    return request;
}

// By field and number; values are persons' data, and the pages show them.
Facts facts_of(const joining::Preview& found) {
    Facts facts;
    for (const auto& [type, count] : found.moving) {
        facts.emplace_back("moves_" + type, std::to_string(count));
    }
    std::vector<std::string> differing;
    for (const joining::FieldPair& pair : found.fields) differing.push_back(pair.field);
    facts.emplace_back("differ_in", base::joined(differing, " "));
    for (const joining::Objection& each : found.objections) {
        facts.emplace_back(each.can_be_forced ? "look_twice" : "objection", each.words);
    }
    return facts;
}

Status say_preview(Centre& centre, const JoinOptions& options) {
    TRY_LET(found, joining::preview(desk_of(centre), options.winner, options.loser));
    Facts facts = facts_of(found);
    facts.emplace_back("state", "nothing was joined: this is what would be");
    print_facts(facts, options.json);
    return Done{};
}

}  // namespace

Status duplicates_merge(const JoinOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    if (options.dry_run) return say_preview(*centre, options);
    TRY_LET(request, request_of(options));
    TRY_LET(merge, joining::join(desk_of(*centre), request));
    print_facts({{"merge", merge}, {"state", "joined"}}, options.json);
    return Done{};
}

Status duplicates_undo(const JoinOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    if (options.dry_run) {
        TRY_LET(found, joining::preview_undo(desk_of(*centre), options.merge));
        Rows rows{{"recorded_since", "type"}, {}};
        for (const auto& each : found.added) rows.rows.push_back({each.id.text(), each.type});
        print(rows, options.json);
        return Done{};
    }
    TRY_LET(undone,
            joining::undo(
                desk_of(*centre),
                {options.merge, options.move, options.reason, server_store::kCommandLine, {}}));
    print_facts({{"merge", options.merge},
                 {"fields_that_went_back", std::to_string(undone.reverted)},
                 {"fields_written_since_that_stay", std::to_string(undone.kept)},
                 {"records_moved", std::to_string(undone.moved)},
                 {"state", "undone"}},
                options.json);
    return Done{};
}

Status duplicates_late(const JoinOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(late, joining::late_words(centre->connection, options.merge));
    if (options.dry_run) {
        Rows rows{{"came_late", "type"}, {}};
        for (const auto& each : late.records) rows.rows.push_back({each.id.text(), each.type});
        print(rows, options.json);
        return Done{};
    }
    joining::UndoRequest request{
        options.merge, options.move, options.reason, server_store::kCommandLine, {}};
    for (const auto& each : late.records) request.seen[each.id.text()] = each.revision;
    TRY_LET(moved, joining::settle_late_words(desk_of(*centre), request));
    print_facts(
        {{"merge", options.merge}, {"records_moved", std::to_string(moved)}, {"state", "settled"}},
        options.json);
    return Done{};
}

Status duplicates_merges(const JoinOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(all, joining::merges(centre->connection));
    Rows rows{{"merge", "type", "winner", "loser", "at", "undone"}, {}};
    for (const joining::Merge& each : all) {
        const auto text = [&](base::Instant at) {
            return base::to_date_time_text(at, centre->zone);
        };
        rows.rows.push_back({each.id, each.type, each.winner, each.loser, text(each.decided_at),
                             each.undone_at ? text(*each.undone_at) : std::string()});
    }
    print(rows, options.json);
    return Done{};
}

}  // namespace server_app
