#include "client/store/moves.h"

#include "client/store/erased.h"
#include "client/store/leaving.h"

namespace store {

namespace {

Result<records::Revision> last_known(Store& store, const std::string& record) {
    TRY_LET(statement, store.connection().prepare("SELECT line FROM was WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, record).step());
    if (!has_row) return records::Revision{};
    TRY_LET(known, protocol::parse_was_line(statement.text(0)));
    return known.moves.back().revision;
}

Status take(Store& store, const protocol::WasLine& line) {
    TRY_LET(is_gone, is_erased(store, line.id));
    if (is_gone) return base::Done{};
    TRY_LET(known, last_known(store, line.id));
    if (line.moves.back().revision <= known) return base::Done{};
    TRY_LET(statement, store.connection().prepare("INSERT INTO was (id, line) VALUES ($1, $2) ON "
                                                  "CONFLICT (id) DO UPDATE SET line = $2"));
    return statement.bind(1, line.id).bind(2, to_line(line)).run();
}

}  // namespace

Status take_moves(Store& store, const protocol::Answer& answer, bool is_present) {
    for (const protocol::WasLine& line : answer.was) TRY(take(store, line));
    const bool is_all = is_present && answer.ending.tells_moves;
    return is_all ? store.set_meta(kMovesTold, "1") : base::Done{};
}

Result<std::map<std::string, protocol::WasLine>> moves(Store& store) {
    TRY_LET(statement, store.connection().prepare("SELECT id, line FROM was"));
    std::map<std::string, protocol::WasLine> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        TRY_LET(line, protocol::parse_was_line(statement.text(1)));
        found.emplace(statement.text(0), std::move(line));
    }
}

Result<bool> knows_moves(Store& store) {
    TRY_LET(told, store.meta(kMovesTold));
    return !told.empty();
}

}  // namespace store
