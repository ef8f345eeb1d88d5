// Joining duplicates, moving families, and whose posyandu is which. Adds to the commands `user` and
// `duplicates`, which must be there.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/families.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

template <typename Options>
CLI::App* command_of(CLI::App& parent, const char* name, const char* what, Options& given) {
    CLI::App* command = parent.add_subcommand(name, what);
    command->add_option("--data", given.data, "the health centre's folder")->required();
    command->add_flag("--json", given.json, "print JSON");
    return command;
}

template <typename Options>
CLI::Option* add_reason(CLI::App* command, Options& given) {
    return command->add_option("--reason", given.reason, "kept in the audit trail; no name");
}

void add_joining(CLI::App& duplicates, Chosen& chosen) {
    static JoinOptions given;
    CLI::App* merge = command_of(duplicates, "merge", "Two records are one; can be undone", given);
    merge->add_option("winner", given.winner, "id of the record that is kept")->required();
    merge->add_option("loser", given.loser, "id of the other")->required();
    merge->add_option("--take", given.take, "FIELD=loser: its value counts; may be given again");
    merge->add_flag("--force", given.is_forced, "also where they look like two: look twice");
    CLI::App* undo = command_of(duplicates, "undo", "Take a merge back, also weeks later", given);
    undo->add_option("merge", given.merge, "its id")->required();
    undo->add_option("--move", given.move,
                     "id of what was recorded since and is the other's; may be given again");
    CLI::App* late = command_of(duplicates, "late",
                                "What came of the kept one after an undo, from laptops that had "
                                "not heard of it: all of it stays hers but what is moved",
                                given);
    late->add_option("merge", given.merge, "its id")->required();
    late->add_option("--move", given.move, "id of what is the other's; may be given again");
    for (CLI::App* command : {merge, undo, late}) {
        add_reason(command, given);
        command->add_flag("--dry-run", given.dry_run, "only say what would be");
    }
    CLI::App* merges = command_of(duplicates, "merges", "What was joined, newest first", given);
    merge->callback([&] { chosen = [&] { return duplicates_merge(given); }; });
    undo->callback([&] { chosen = [&] { return duplicates_undo(given); }; });
    late->callback([&] { chosen = [&] { return duplicates_late(given); }; });
    merges->callback([&] { chosen = [&] { return duplicates_merges(given); }; });
}

void add_move(CLI::App& app, Chosen& chosen) {
    static MoveOptions given;
    CLI::App* move =
        command_of(app, "move", "A household or a person goes to another posyandu", given);
    move->add_option("record", given.record, "id of the household or the person")->required();
    move->add_option("--to", given.to, "code of the posyandu")->required();
    move->add_option("--into", given.into, "a person's household there; else a new one is made");
    move->add_option("--on", given.on, "since which day it is so: YYYY-MM-DD (today)");
    move->add_flag("--never-lived-there", given.never_lived_there,
                   "they were written in the wrong posyandu: past months count them in the other")
        ->excludes("--on");
    add_reason(move, given);
    move->add_flag("--without-children", given.without_children, "the person alone");
    move->add_flag("--dry-run", given.dry_run, "only say what would go");
    move->callback([&] { chosen = [&] { return move_family(given); }; });
}

void add_residence(CLI::App& app, Chosen& chosen) {
    static ResidenceOptions given;
    CLI::App* residence =
        command_of(app, "residence", "Where a person counts who only stays for a while", given);
    residence->add_option("person", given.person, "her id")->required();
    residence->add_flag("--temporary", given.is_temporary, "she stays here, her home is elsewhere");
    residence->add_flag("--domiciled", given.is_domiciled, "she lives here for good");
    residence->add_option("--from-unit", given.from_unit, "code of her home posyandu");
    residence->add_option("--from-text", given.from_text, "her home, if it is none of ours");
    residence->add_option("--since", given.since, "the day she came: YYYY-MM-DD");
    add_reason(residence, given);
    residence->callback([&] { chosen = [&] { return set_residence(given); }; });
}

void add_move_out(CLI::App& app, Chosen& chosen) {
    static MoveOutOptions given;
    CLI::App* out = command_of(app, "move-out", "A family goes to another health centre", given);
    out->add_option("--person", given.record, "id of one of them, or of the household");
    out->add_option("--to", given.to, "the other health centre's name");
    out->add_option("--out", given.out, "the sealed file to write");
    out->add_option("--on", given.on, "since which day it is so: YYYY-MM-DD (today)");
    out->add_flag("--alone", given.is_alone, "she and her children; the household stays");
    out->add_flag("--dry-run", given.dry_run, "only say what would go");
    out->add_option("--confirm", given.receipt, "the other health centre's receipt: they are gone");
    out->add_option("--move", given.id, "id of a move, with --cancel or --further");
    out->add_flag("--cancel", given.is_cancel, "they stay, or are taken back");
    out->add_flag("--further", given.is_further, "a file of what came since they went");
    out->add_flag("--list", given.is_list, "every move, newest first");
    add_reason(out, given);
    out->callback([&] { chosen = [&] { return move_out(given); }; });
}

void add_move_in(CLI::App& app, Chosen& chosen) {
    static MoveInOptions given;
    CLI::App* in = command_of(app, "move-in", "A family comes from another health centre", given);
    in->add_option("--file", given.file, "the sealed file")->required();
    in->add_option("--code", given.code,
                   "file with the code that the other health centre told you, or - (standard "
                   "input); otherwise asked for");
    in->add_option("--unit", given.unit, "code of the posyandu that they come to");
    in->add_flag("--preview", given.preview, "only say who comes");
    in->add_flag("--for-us", given.is_for_us, "although the file names another health centre");
    in->callback([&] { chosen = [&] { return move_in(given); }; });
}

void add_units(CLI::App& user, Chosen& chosen) {
    static UserUnitOptions given;
    CLI::App* unit = user.add_subcommand("unit", "Give a user a posyandu, or take one away");
    unit->require_subcommand(1);
    CLI::App* add = command_of(*unit, "add", "Hers from now on", given);
    CLI::App* remove = command_of(*unit, "remove", "Not hers any more", given);
    CLI::App* hand_over =
        command_of(user, "hand-over", "One user's posyandu becomes another's", given);
    for (CLI::App* command : {add, remove, hand_over}) {
        command->add_option("name", given.user, "full name")->required();
        if (command == hand_over) {
            command->add_option("to", given.to_user, "full name of the next")->required();
        }
        command->add_option("--unit", given.unit, "code of the posyandu")->required();
        add_reason(command, given);
    }
    add->callback([&] { chosen = [&] { return user_unit_add(given); }; });
    remove->callback([&] { chosen = [&] { return user_unit_remove(given); }; });
    hand_over->callback([&] { chosen = [&] { return user_hand_over(given); }; });
}

}  // namespace

void add_families(CLI::App& app, Chosen& chosen) {
    add_move(app, chosen);
    add_residence(app, chosen);
    add_move_out(app, chosen);
    add_move_in(app, chosen);
    add_units(*app.get_subcommand("user"), chosen);
    add_joining(*app.get_subcommand("duplicates"), chosen);
}

}  // namespace server_app
