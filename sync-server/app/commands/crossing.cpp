// Families between two health centres (SYNC 16): the commands.
#include "shared/base/file.h"
#include "sync-server/accept/crossing/arriving.h"
#include "sync-server/accept/crossing/further.h"
#include "sync-server/accept/crossing/leaving.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/families.h"
#include "sync-server/app/commands/on_day.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/app/commands/typed_code.h"
#include "sync-server/importing/known.h"
#include "sync-server/store/keeping/audit.h"

#include <map>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using crossing::CrossingState;

namespace {

Result<crossing::OutRequest> request_of(const MoveOutOptions& options) {
    crossing::OutRequest request;
    request.record = options.record;
    request.to = options.to;
    request.is_alone = options.is_alone;
    request.reason = options.reason;
    request.actor = server_store::kCommandLine;
    TRY_LET(day, on_day(options.on));
    request.on = day;
    return request;
}

Status say_plan(Centre& centre, const MoveOutOptions& options) {
    TRY_LET(request, request_of(options));
    TRY_LET(plan, crossing::plan_out(desk_of(centre), request));
    Facts facts = {{"from", plan.unit}, {"to", options.to}};
    add_counts("move_", plan.going, facts);
    add_counts("stay_", plan.staying, facts);
    facts.emplace_back("waiting_changes_that_stay_behind", std::to_string(plan.waiting));
    facts.emplace_back("open_conflicts", std::to_string(plan.contested));
    facts.emplace_back("state", "nothing was written: this is what would go");
    print_facts(facts, options.json);
    return Done{};
}

crossing::Keep keep_at(const std::string& path) {
    return [path](const crossing::Sealed& sealed) {
        return base::replace_file(path, sealed.bytes, true);
    };
}

void say_sealed(const crossing::Sealed& sealed, const MoveOutOptions& options) {
    print_facts({{"move", sealed.id},
                 {"records", std::to_string(sealed.records)},
                 {"file", options.out},
                 {"code", sealed.code},
                 {"state",
                  "written; tell the code to the other health centre by another way than "
                  "the file, it is kept nowhere. Here all goes on until its receipt "
                  "comes"}},
                options.json);
}

Status write(Centre& centre, const MoveOutOptions& options) {
    if (options.out.empty()) return Error{ErrorCode::Usage, "say with --out which file to write"};
    if (base::file_exists(options.out)) {
        return Error{ErrorCode::Usage, options.out + " is there already; name another file"};
    }
    const auto keep = keep_at(options.out);
    if (options.is_further) {
        TRY_LET(sealed, crossing::write_further(desk_of(centre), options.id,
                                                server_store::kCommandLine, keep));
        say_sealed(sealed, options);
        return Done{};
    }
    TRY_LET(request, request_of(options));
    TRY_LET(sealed, crossing::write_out(desk_of(centre), request, keep));
    say_sealed(sealed, options);
    return Done{};
}

Status confirm(Centre& centre, const MoveOutOptions& options) {
    TRY_LET(closed,
            crossing::confirm(desk_of(centre), options.receipt, server_store::kCommandLine));
    const bool is_all = closed.to_follow == 0;
    print_facts({{"move", closed.crossing.id},
                 {"to", closed.crossing.centre},
                 {"records", std::to_string(closed.records)},
                 {"to_follow", std::to_string(closed.to_follow)},
                 {"state", is_all ? "closed; each laptop follows at its next sync"
                                  : "closed; some was written since the file: send it after them "
                                    "with --further"}},
                options.json);
    return Done{};
}

const char* word_of(CrossingState state) {
    switch (state) {
        case CrossingState::Open:
            return "waits for the receipt";
        case CrossingState::Closed:
            return "gone";
        case CrossingState::Cancelled:
            return "cancelled";
        case CrossingState::Taken:
            return "came here";
    }
    return "";
}

Status list(Centre& centre, bool as_json) {
    TRY_LET(all, server_store::crossings(centre.connection));
    Rows rows{{"move", "family", "way", "centre", "unit", "since", "state", "to_follow"}, {}};
    for (const server_store::Crossing& each : all) {
        std::string follow = "0";
        if (each.state == CrossingState::Closed && !each.is_further()) {
            TRY_LET(further, crossing::further_of(centre.connection, centre.forms, each.family));
            follow = std::to_string(further.lines.size());
        }
        rows.rows.push_back({each.id, each.family, each.is_out ? "out" : "in", each.centre,
                             each.unit, each.since, word_of(each.state), follow});
    }
    print(rows, as_json);
    return Done{};
}

// Who of them may be written down here already, under another id.
Status add_persons(Centre& centre, const crossing::InPlan& plan, const std::string& unit,
                   Facts& facts) {
    TRY_LET(known, importing::Known::read(centre.connection));
    for (const crossing::Person& person : plan.persons) {
        const base::Fields& fields = person.fields;
        std::string text = fields.text("full_name") + ", " + fields.text("birth_date");
        const auto found =
            known.find({names::take_apart(fields.text("full_name")), fields.text("birth_date"),
                        fields.text("nik"), unit, fields.text("is_infant") == "1"});
        if (person.is_here) {
            text += " (is here already, under this id)";
        } else if (found) {
            text += " (may be " + found->id + ", " + found->name + ", by " + found->by + ")";
        }
        facts.emplace_back("person " + person.id, text);
    }
    return Done{};
}

Status say_arrivals(Centre& centre, const crossing::InRequest& request, bool as_json) {
    TRY_LET(plan, crossing::plan_in(desk_of(centre), request));
    Facts facts = {{"from", plan.file.label.from},
                   {"to", plan.file.label.to},
                   {"since", plan.file.since},
                   {"kind", plan.file.is_whole ? "a family" : "what came since"}};
    TRY(add_persons(centre, plan, request.unit, facts));
    for (const auto& [type, count] : plan.counts) {
        facts.emplace_back("take_" + type, std::to_string(count));
    }
    facts.emplace_back("already_here", std::to_string(plan.here));
    facts.emplace_back("coming_back", std::to_string(plan.back));
    facts.emplace_back("erased_here_and_left_out", std::to_string(plan.erased));
    facts.emplace_back("to_quarantine", std::to_string(plan.waiting));
    facts.emplace_back("state", plan.taken ? "this file was taken before"
                                           : "nothing was taken: this is what would come");
    print_facts(facts, as_json);
    return server_store::audit(centre.connection,
                               {centre.clock.now(), server_store::kCommandLine, "move_in_preview",
                                plan.file.record, plan.file.label.id});
}

}  // namespace

Status move_out(const MoveOutOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    if (options.is_list) return list(*centre, options.json);
    if (!options.receipt.empty()) return confirm(*centre, options);
    if (options.is_cancel) {
        TRY(crossing::cancel(desk_of(*centre), options.id, options.reason,
                             server_store::kCommandLine));
        print_facts({{"move", options.id}, {"state", "cancelled; they are here"}}, options.json);
        return Done{};
    }
    if (options.dry_run) return say_plan(*centre, options);
    return write(*centre, options);
}

Status move_in(const MoveInOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(bytes, base::read_file(options.file));
    TRY_LET(code, typed_code(options.code, "Code that the other health centre told you: ",
                             "give the code in a file or by standard input: --code FILE, "
                             "--code -"));
    crossing::InRequest request;
    request.bytes = std::move(bytes);
    request.code = std::move(code);
    request.unit = options.unit;
    request.is_for_us = options.is_for_us;
    request.actor = server_store::kCommandLine;
    if (options.preview) return say_arrivals(*centre, request, options.json);
    TRY_LET(arrived, crossing::take_in(desk_of(*centre), request));
    print_facts(
        {{"records", std::to_string(arrived.records)},
         {"unit", arrived.unit},
         {"in_quarantine", std::to_string(arrived.waiting)},
         {"left_out_because_erased", std::to_string(arrived.erased)},
         {"receipt", arrived.receipt},
         {"state", arrived.was_taken ? "this file was taken before; nothing was done now"
                                     : "taken; tell the receipt to the other health centre, which "
                                       "closes the move with it"}},
        options.json);
    return Done{};
}

}  // namespace server_app
