#include "sync-server/store/changes/waiting_lists.h"

#include "sync-server/store/changes/waiting_rows.h"

namespace server_store {

namespace {

// " P1 P2 ", searched with instr.
std::string as_list(const std::vector<std::string>& words) {
    std::string list = " ";
    for (const std::string& word : words) list += word + " ";
    return list;
}

#define OF_FILTER                                                \
    "($1 = '' OR instr($1, ' ' || record.unit || ' ') > 0) AND " \
    "instr($2, ' ' || record.type || ' ') = 0"
#define OPEN_CONTENDERS                                                            \
    " FROM contender JOIN record ON record.id = contender.record WHERE closed_at " \
    "IS NULL AND " OF_FILTER
// In the words of the index, which holds just these. Left to itself, SQLite reads every referral.
#define OPEN_REFERRALS                                                          \
    " FROM record INDEXED BY record_open_referral WHERE type = 'referral' AND " \
    "coalesce(json_extract(fields, '$.outcome'), '') = '' AND "                 \
    "coalesce(json_extract(fields, '$.retracted'), '') <> '1' AND " OF_FILTER

void bind_filter(db::Statement& statement, const WaitingFilter& filter) {
    statement.bind(1, filter.units ? as_list(*filter.units) : std::string());
    statement.bind(2, as_list(filter.types_left_out));
}

Result<std::int64_t> count_of(db::Connection& connection, const char* sql,
                              const WaitingFilter& filter) {
    TRY_LET(row, connection.prepare(sql));
    bind_filter(row, filter);
    TRY(row.step());
    return row.number(0);
}

}  // namespace

Result<std::vector<Contender>> contenders_page(db::Connection& connection,
                                               const WaitingFilter& filter) {
    TRY_LET(rows, connection.prepare("SELECT " CONTENDER_COLUMNS OPEN_CONTENDERS
                                     " ORDER BY contender.no LIMIT $3 OFFSET $4"));
    bind_filter(rows, filter);
    rows.bind(3, filter.count).bind(4, filter.first);
    return read_contenders(rows);
}

Result<std::vector<Contender>> closed_contenders_page(db::Connection& connection,
                                                      const WaitingFilter& filter) {
    TRY_LET(rows, connection.prepare("SELECT " CONTENDER_COLUMNS
                                     " FROM contender JOIN record ON record.id = contender.record "
                                     "WHERE decision IN ('taken', 'refused') AND " OF_FILTER
                                     " ORDER BY closed_at DESC, contender.no LIMIT $3 OFFSET $4"));
    bind_filter(rows, filter);
    rows.bind(3, filter.count).bind(4, filter.first);
    return read_contenders(rows);
}

Result<std::int64_t> count_contenders(db::Connection& connection, const WaitingFilter& filter) {
    return count_of(connection, "SELECT count(*)" OPEN_CONTENDERS, filter);
}

Result<std::int64_t> contenders_before(db::Connection& connection, const WaitingFilter& filter,
                                       std::string_view id) {
    TRY_LET(row, connection.prepare("SELECT count(*)" OPEN_CONTENDERS
                                    " AND contender.no < (SELECT no FROM contender WHERE id = "
                                    "$3)"));
    bind_filter(row, filter);
    TRY(row.bind(3, id).step());
    return row.number(0);
}

Result<std::vector<Quarantined>> quarantine_page(db::Connection& connection, std::int64_t first,
                                                 std::int64_t count) {
    TRY_LET(rows, connection.prepare("SELECT " QUARANTINE_COLUMNS
                                     " FROM quarantine WHERE closed_at IS NULL ORDER BY "
                                     "opened_at, device, n LIMIT $1 OFFSET $2"));
    rows.bind(1, count).bind(2, first);
    return read_quarantine(rows);
}

Result<std::vector<Quarantined>> rejected_page(db::Connection& connection, std::int64_t first,
                                               std::int64_t count) {
    TRY_LET(rows, connection.prepare("SELECT " QUARANTINE_COLUMNS
                                     " FROM quarantine WHERE decision = 'rejected' ORDER BY "
                                     "closed_at DESC, device, n LIMIT $1 OFFSET $2"));
    rows.bind(1, count).bind(2, first);
    return read_quarantine(rows);
}

Result<std::vector<Quarantined>> quarantine_closed(db::Connection& connection,
                                                   std::string_view record, Instant from,
                                                   Instant to) {
    TRY_LET(rows, connection.prepare("SELECT " QUARANTINE_COLUMNS
                                     " FROM quarantine WHERE record = $1 AND closed_at BETWEEN $2 "
                                     "AND $3 ORDER BY device, n"));
    rows.bind(1, record).bind(2, from.unix_ms).bind(3, to.unix_ms);
    return read_quarantine(rows);
}

Result<std::int64_t> count_quarantine(db::Connection& connection) {
    return connection.number("SELECT count(*) FROM quarantine WHERE closed_at IS NULL");
}

Result<std::int64_t> quarantine_before(db::Connection& connection, const Quarantined& item) {
    TRY_LET(row, connection.prepare("SELECT count(*) FROM quarantine WHERE closed_at IS NULL AND "
                                    "(opened_at, device, n) < ($1, $2, $3)"));
    TRY(row.bind(1, item.opened_at.unix_ms).bind(2, item.device).bind(3, item.n).step());
    return row.number(0);
}

Result<std::vector<OpenReferral>> referrals_page(db::Connection& connection,
                                                 const WaitingFilter& filter) {
    TRY_LET(rows,
            connection.prepare(
                "SELECT id, coalesce(json_extract(fields, '$.person_id'), ''), unit, "
                "coalesce(json_extract(fields, '$.raised_at'), ''), coalesce(json_extract(fields, "
                "'$.urgency'), '') AS urgency, coalesce(json_extract(fields, "
                "'$.referred_to_text'), ''), coalesce(json_extract(fields, '$.notified_role'), "
                "'')" OPEN_REFERRALS
                " ORDER BY CASE urgency WHEN 'MERAH_SEKARANG' THEN 0 WHEN 'MERAH_HARI_INI' THEN 1 "
                "ELSE 2 END, 4, 1 LIMIT $3 OFFSET $4"));
    bind_filter(rows, filter);
    rows.bind(3, filter.count).bind(4, filter.first);
    std::vector<OpenReferral> found;
    for (;;) {
        TRY_LET(has_row, rows.step());
        if (!has_row) return found;
        found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                         rows.text(5), rows.text(6)});
    }
}

Result<std::int64_t> count_referrals(db::Connection& connection, const WaitingFilter& filter) {
    return count_of(connection, "SELECT count(*)" OPEN_REFERRALS, filter);
}

}  // namespace server_store
