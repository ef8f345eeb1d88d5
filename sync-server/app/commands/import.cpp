// Bringing a spreadsheet in, and taking it back.
#include "sync-server/importing/taking.h"

#include "shared/base/file.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/imports.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

namespace server_app {

using base::Done;
using base::Result;
using importing::Baby;
using importing::Columns;
using importing::Families;
using importing::Table;

namespace {

Result<Columns> columns_of(const Table& table, const ImportOptions& options) {
    if (options.map.empty()) return importing::likely_columns(table);
    TRY_LET(map, base::read_file(options.map));
    return importing::columns_of(table, map);
}

importing::Choices choices_of(const ImportOptions& options) {
    importing::Choices choices;
    choices.unit = options.unit;
    choices.other = {options.other_rows.begin(), options.other_rows.end()};
    choices.left_out = {options.left_out_rows.begin(), options.left_out_rows.end()};
    return choices;
}

std::string to_word(Baby::Standing standing) {
    switch (standing) {
        case Baby::Standing::New:
            return "new";
        case Baby::Standing::Here:
            return "here already";
        case Baby::Standing::LooksLike:
            return "looks like";
        case Baby::Standing::Unusable:
            return "cannot be taken";
        case Baby::Standing::LeftOut:
            return "left out";
    }
    return "";
}

std::string remarks_of(const Baby& baby) {
    std::string text;
    for (const importing::Remark& remark : baby.remarks) {
        text += (text.empty() ? "" : "; ") + importing::sentence_en(remark);
    }
    return text;
}

void print_preview(const Families& families, bool as_json) {
    Rows rows{{"row", "name", "standing", "remarks"}, {}};
    for (const Baby& baby : families.babies) {
        rows.rows.push_back(
            {std::to_string(baby.row), baby.name, to_word(baby.standing), remarks_of(baby)});
    }
    print(rows, as_json);
}

// Between two parts others get their turn: whoever waits for SQLite's lock asks for it again within
// a tenth of a second.
constexpr std::chrono::milliseconds kOthersTurn{120};

importing::Alone in_turn_with_others(const accept::Desk& desk) {
    return [&desk](const std::function<Status(const accept::Desk&)>& work) {
        const Status done = work(desk);
        std::this_thread::sleep_for(kOthersTurn);
        return done;
    };
}

}  // namespace

Status import_preview(const ImportOptions& options) {
    TRY_LET(bytes, base::read_file(options.file));
    TRY_LET(table, importing::read_table(bytes));
    TRY_LET(columns, columns_of(table, options));
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(families, importing::preview(desk_of(*centre), table, columns, choices_of(options)));
    print_preview(families, options.json);
    return Done{};
}

Status import_take(const ImportOptions& options) {
    TRY_LET(bytes, base::read_file(options.file));
    TRY_LET(table, importing::read_table(bytes));
    TRY_LET(columns, columns_of(table, options));
    TRY_LET(centre, open_centre(options.data));
    const std::string name = std::filesystem::path(options.file).filename().string();
    const accept::Desk desk = desk_of(*centre);
    TRY_LET(taken, importing::take(in_turn_with_others(desk), table, columns, choices_of(options),
                                   {name, bytes, server_store::kCommandLine}));
    print_facts({{"import", taken.id},
                 {"infants", std::to_string(taken.infants)},
                 {"mothers", std::to_string(taken.mothers)},
                 {"households", std::to_string(taken.households)}},
                options.json);
    return Done{};
}

Status import_list(const ImportOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(imports, server_store::imports(centre->connection));
    Rows rows{{"import", "at", "by", "file", "infants", "taken back"}, {}};
    for (const server_store::Import& each : imports) {
        rows.rows.push_back({each.id, base::to_date_time_text(each.at, centre->zone), each.actor,
                             each.file_name, std::to_string(each.infants),
                             each.is_undo_open ? std::string("not finished")
                             : each.undone_at
                                 ? base::to_date_time_text(*each.undone_at, centre->zone)
                                 : std::string()});
    }
    print(rows, options.json);
    return Done{};
}

Status import_undo(const ImportOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    const accept::Desk desk = desk_of(*centre);
    TRY_LET(undone, importing::undo(in_turn_with_others(desk), options.import,
                                    server_store::kCommandLine, options.reason));
    print_facts({{"withdrawn", std::to_string(undone.withdrawn)},
                 {"kept", std::to_string(undone.kept.size())}},
                options.json);
    return Done{};
}

}  // namespace server_app
