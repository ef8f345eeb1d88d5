#include "sync-server/store/duplicates/profiles.h"

namespace server_store {

using base::Done;

namespace {

#define PROFILE_COLUMNS "no, record, kind, unit, home, print, fields"

ProfileRow row_of(const db::Statement& row) {
    return {row.number(0), row.text(1),   row.text(2), row.text(3),
            row.text(4),   row.number(5), row.text(6)};
}

Result<std::optional<ProfileRow>> one_of(db::Statement& statement) {
    TRY_LET(has_row, statement.step());
    if (!has_row) return std::optional<ProfileRow>();
    return std::optional<ProfileRow>(row_of(statement));
}

Status replace_keys(db::Connection& connection, std::int64_t profile,
                    const std::vector<std::int64_t>& keys) {
    TRY_LET(clear, connection.prepare("DELETE FROM match_key WHERE profile = $1"));
    TRY(clear.bind(1, profile).run());
    TRY_LET(add, connection.prepare("INSERT INTO match_key (key, profile) VALUES ($1, $2) "
                                    "ON CONFLICT DO NOTHING"));
    for (const std::int64_t key : keys) {
        TRY(add.bind(1, key).bind(2, profile).run());
        add.reset();
    }
    return Done{};
}

}  // namespace

Result<std::optional<ProfileRow>> find_profile(db::Connection& connection,
                                               std::string_view record) {
    TRY_LET(statement,
            connection.prepare("SELECT " PROFILE_COLUMNS " FROM profile WHERE record = $1"));
    statement.bind(1, record);
    return one_of(statement);
}

Result<std::optional<ProfileRow>> profile_of_number(db::Connection& connection, std::int64_t no) {
    TRY_LET(statement, connection.prepare("SELECT " PROFILE_COLUMNS " FROM profile WHERE no = $1"));
    statement.bind(1, no);
    return one_of(statement);
}

Status put_profile(db::Connection& connection, ProfileRow& row,
                   const std::vector<std::int64_t>& keys) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO profile (record, kind, unit, home, print, fields) "
                               "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (record) DO UPDATE SET "
                               "kind = excluded.kind, unit = excluded.unit, home = excluded.home, "
                               "print = excluded.print, fields = excluded.fields"));
    TRY(statement.bind(1, row.record)
            .bind(2, row.kind)
            .bind(3, row.unit)
            .bind(4, row.home)
            .bind(5, row.print)
            .bind(6, row.fields)
            .run());
    if (row.no == 0) {
        TRY_LET(found, find_profile(connection, row.record));
        if (found) row.no = found->no;
    }
    return replace_keys(connection, row.no, keys);
}

Status remove_profile(db::Connection& connection, std::string_view record) {
    TRY_LET(keys, connection.prepare("DELETE FROM match_key WHERE profile IN (SELECT no FROM "
                                     "profile WHERE record = $1)"));
    TRY(keys.bind(1, record).run());
    TRY_LET(statement, connection.prepare("DELETE FROM profile WHERE record = $1"));
    return statement.bind(1, record).run();
}

Result<std::vector<ProfileRow>> profiles_after(db::Connection& connection, std::int64_t no,
                                               std::int64_t limit) {
    TRY_LET(statement, connection.prepare("SELECT " PROFILE_COLUMNS
                                          " FROM profile WHERE no > $1 ORDER BY no LIMIT $2"));
    statement.bind(1, no).bind(2, limit);
    std::vector<ProfileRow> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(row_of(statement));
    }
}

Result<std::vector<ProfilePrint>> profile_prints(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT no, kind, print FROM profile ORDER BY no"));
    std::vector<ProfilePrint> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back({statement.number(0), statement.text(1), statement.number(2)});
    }
}

Result<std::map<std::string, std::int64_t>> profile_counts(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT kind, count FROM profile_count ORDER BY kind"));
    std::map<std::string, std::int64_t> counts;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return counts;
        counts[statement.text(0)] = statement.number(1);
    }
}

Result<std::vector<std::string>> profiles_of_home(db::Connection& connection,
                                                  std::string_view home) {
    TRY_LET(statement, connection.prepare("SELECT record FROM profile WHERE home = $1"));
    statement.bind(1, home);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

Result<std::vector<std::int64_t>> profiles_with_key(db::Connection& connection, std::int64_t key,
                                                    std::int64_t limit) {
    TRY_LET(statement, connection.prepare("SELECT profile FROM match_key WHERE key = $1 LIMIT $2"));
    statement.bind(1, key).bind(2, limit);
    std::vector<std::int64_t> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.number(0));
    }
}

Result<std::string> match_weights(db::Connection& connection, std::string_view kind) {
    TRY_LET(statement, connection.prepare("SELECT weights FROM match_weights WHERE kind = $1"));
    TRY_LET(has_row, statement.bind(1, kind).step());
    return has_row ? statement.text(0) : std::string();
}

Status put_match_weights(db::Connection& connection, std::string_view kind,
                         std::string_view weights, std::int64_t made_at) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO match_weights (kind, weights, made_at) VALUES ($1, $2, "
                               "$3) ON CONFLICT (kind) DO UPDATE SET weights = excluded.weights, "
                               "made_at = excluded.made_at"));
    return statement.bind(1, kind).bind(2, weights).bind(3, made_at).run();
}

}  // namespace server_store
