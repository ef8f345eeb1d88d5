#include "sync-server/store/duplicates/candidates.h"

namespace server_store {

using base::Done;

namespace {

#define CANDIDATE_COLUMNS                                                                    \
    "a, b, kind, unit_a, unit_b, score, evidence, found_at, state, decided_at, decided_by, " \
    "reason, print_a, print_b"

CandidateRow row_of(const db::Statement& row) {
    CandidateRow read;
    read.a = row.text(0);
    read.b = row.text(1);
    read.kind = row.text(2);
    read.unit_a = row.text(3);
    read.unit_b = row.text(4);
    read.score = row.number(5);
    read.evidence = row.text(6);
    read.found_at = {row.number(7)};
    read.state = row.text(8);
    if (!row.is_null(9)) read.decided_at = Instant{row.number(9)};
    read.decided_by = row.text(10);
    read.reason = row.text(11);
    read.print_a = row.number(12);
    read.print_b = row.number(13);
    return read;
}

Result<std::vector<CandidateRow>> all_of(db::Statement& statement) {
    std::vector<CandidateRow> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(row_of(statement));
    }
}

// " KRJ LOR " holds " KRJ ": codes have no spaces.
std::string as_list(const std::vector<std::string>& units) {
    std::string text;
    for (const std::string& unit : units) text += " " + unit;
    return text.empty() ? text : text + " ";
}

#define CANDIDATE_FILTER                                                                         \
    "state = $1 AND ($2 = '' OR kind = $2) AND ($3 = '' OR instr($3, ' ' || unit_a || ' ') > 0 " \
    "OR instr($3, ' ' || unit_b || ' ') > 0)"

// Who she is today whom a child's record names as its mother: one joining is followed. Worked out
// once for each pair of children, who are few; nothing for the others.
#define MOTHER_OF(child)                                                    \
    "CASE kind WHEN 'infant' THEN (SELECT coalesce(json_extract(m.fields, " \
    "'$.merged_into'), m.id) FROM record c JOIN record m ON m.id = "        \
    "json_extract(c.fields, '$.mother_person_id') WHERE c.id = candidate." child ") END"

// Children whose mothers wait as a pair, too, are asked about behind these: who is joined first is
// no question of theirs any more. A pair stands by `likely`, then by `lead_a`, `lead_b`: its own
// ids or its mothers'. $1: the state.
#define RANKED \
    "WITH pair AS MATERIALIZED (SELECT *, " MOTHER_OF("a") " AS of_a, " MOTHER_OF("b") " AS "     \
    "of_b FROM candidate WHERE state = $1), ranked AS MATERIALIZED (SELECT pair.*, "            \
    "min(pair.score, coalesce(m.score, pair.score)) AS likely, coalesce(m.a, pair.a) AS "       \
    "lead_a, coalesce(m.b, pair.b) AS lead_b, m.a IS NOT NULL AS is_behind FROM pair LEFT "     \
    "JOIN candidate m ON m.a = min(of_a, of_b) AND m.b = max(of_a, of_b) AND m.state = 'open') "
// Households come last: who lives in two that look like one is joined with them.
#define RANK "kind = 'household', -likely, lead_a, lead_b, is_behind, a, b"

void bind_filter(db::Statement& statement, const CandidateFilter& filter) {
    statement.bind(1, filter.state).bind(2, filter.kind).bind(3, as_list(filter.units));
}

}  // namespace

Status put_candidate(db::Connection& connection, const CandidateRow& row) {
    TRY_LET(statement,
            connection.prepare("INSERT INTO candidate (a, b, kind, unit_a, unit_b, score, "
                               "evidence, found_at, state, print_a, print_b) VALUES ($1, $2, $3, "
                               "$4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (a, b) DO UPDATE SET "
                               "kind = excluded.kind, unit_a = excluded.unit_a, unit_b = "
                               "excluded.unit_b, score = excluded.score, evidence = "
                               "excluded.evidence, print_a = excluded.print_a, print_b = "
                               "excluded.print_b WHERE candidate.state = 'open'"));
    return statement.bind(1, row.a)
        .bind(2, row.b)
        .bind(3, row.kind)
        .bind(4, row.unit_a)
        .bind(5, row.unit_b)
        .bind(6, row.score)
        .bind(7, row.evidence)
        .bind(8, row.found_at.unix_ms)
        .bind(9, row.state)
        .bind(10, row.print_a)
        .bind(11, row.print_b)
        .run();
}

Result<std::optional<CandidateRow>> find_candidate(db::Connection& connection, std::string_view a,
                                                   std::string_view b) {
    TRY_LET(statement, connection.prepare("SELECT " CANDIDATE_COLUMNS
                                          " FROM candidate WHERE a = $1 AND b = $2"));
    TRY_LET(has_row, statement.bind(1, a).bind(2, b).step());
    if (!has_row) return std::optional<CandidateRow>();
    return std::optional<CandidateRow>(row_of(statement));
}

Result<std::vector<CandidateRow>> candidates_of(db::Connection& connection,
                                                std::string_view record) {
    TRY_LET(statement,
            connection.prepare("SELECT " CANDIDATE_COLUMNS " FROM candidate WHERE a = $1 UNION ALL "
                               "SELECT " CANDIDATE_COLUMNS
                               " FROM candidate WHERE b = $1 ORDER BY 6 DESC, 1, 2"));
    statement.bind(1, record);
    return all_of(statement);
}

Status set_candidate_state(db::Connection& connection, const CandidateRow& row) {
    TRY_LET(statement,
            connection.prepare("UPDATE candidate SET state = $3, decided_at = $4, decided_by = $5, "
                               "reason = $6, print_a = $7, print_b = $8 WHERE a = $1 AND b = $2"));
    statement.bind(1, row.a).bind(2, row.b).bind(3, row.state);
    if (row.decided_at) {
        statement.bind(4, row.decided_at->unix_ms);
    } else {
        statement.bind_null(4);
    }
    return statement.bind(5, row.decided_by)
        .bind(6, row.reason)
        .bind(7, row.print_a)
        .bind(8, row.print_b)
        .run();
}

Status remove_candidate(db::Connection& connection, std::string_view a, std::string_view b) {
    TRY_LET(statement, connection.prepare("DELETE FROM candidate WHERE a = $1 AND b = $2"));
    return statement.bind(1, a).bind(2, b).run();
}

Result<std::vector<CandidateRow>> candidates(db::Connection& connection,
                                             const CandidateFilter& filter) {
    TRY_LET(statement, connection.prepare(RANKED "SELECT " CANDIDATE_COLUMNS
                                                 " FROM ranked WHERE " CANDIDATE_FILTER
                                                 " ORDER BY " RANK " LIMIT $4 OFFSET $5"));
    bind_filter(statement, filter);
    statement.bind(4, filter.limit).bind(5, filter.offset);
    return all_of(statement);
}

Result<std::int64_t> count_candidates(db::Connection& connection, const CandidateFilter& filter) {
    TRY_LET(statement,
            connection.prepare("SELECT count(*) FROM candidate WHERE " CANDIDATE_FILTER));
    bind_filter(statement, filter);
    TRY(statement.step());
    return statement.number(0);
}

Result<std::int64_t> candidates_before(db::Connection& connection, const CandidateRow& row) {
    TRY_LET(statement,
            connection.prepare(RANKED "SELECT count(*) FROM ranked WHERE (" RANK ") < (SELECT " RANK
                                      " FROM ranked WHERE a = $2 AND b = $3)"));
    TRY(statement.bind(1, "open").bind(2, row.a).bind(3, row.b).step());
    return statement.number(0);
}

Status queue_for_matching(db::Connection& connection, std::string_view type, std::string_view id) {
    const bool is_compared = type == "person" || type == "household";
    const bool is_of_birth = type == "birth_event" || type == "birth_outcome";
    if (!is_compared && !is_of_birth) return Done{};
    TRY_LET(statement, connection.prepare("INSERT INTO match_queue (record) VALUES ($1) "
                                          "ON CONFLICT DO NOTHING"));
    return statement.bind(1, id).run();
}

Result<std::vector<std::string>> queued_for_matching(db::Connection& connection,
                                                     std::int64_t limit) {
    TRY_LET(statement,
            connection.prepare("SELECT record FROM match_queue ORDER BY record LIMIT $1"));
    statement.bind(1, limit);
    std::vector<std::string> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        found.push_back(statement.text(0));
    }
}

Result<std::int64_t> count_queued_for_matching(db::Connection& connection) {
    return connection.number("SELECT count(*) FROM match_queue");
}

Status unqueue_for_matching(db::Connection& connection, std::string_view id) {
    TRY_LET(statement, connection.prepare("DELETE FROM match_queue WHERE record = $1"));
    return statement.bind(1, id).run();
}

Result<std::optional<MatchScan>> last_match_scan(db::Connection& connection) {
    TRY_LET(statement, connection.prepare("SELECT no, asked_by, asked_at, state, done, total, "
                                          "found, changed_at FROM match_scan ORDER BY no DESC "
                                          "LIMIT 1"));
    TRY_LET(has_row, statement.step());
    if (!has_row) return std::optional<MatchScan>();
    MatchScan scan;
    scan.no = statement.number(0);
    scan.asked_by = statement.text(1);
    scan.asked_at = {statement.number(2)};
    scan.state = statement.text(3);
    scan.done = statement.number(4);
    scan.total = statement.number(5);
    scan.found = statement.number(6);
    scan.changed_at = {statement.number(7)};
    return std::optional<MatchScan>(std::move(scan));
}

Status put_match_scan(db::Connection& connection, MatchScan& scan) {
    const bool is_new = scan.no == 0;
    TRY_LET(statement,
            connection.prepare(
                is_new ? "INSERT INTO match_scan (asked_by, asked_at, state, done, total, found, "
                         "changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
                       : "UPDATE match_scan SET asked_by = $1, asked_at = $2, state = $3, done = "
                         "$4, total = $5, found = $6, changed_at = $7 WHERE no = $8"));
    statement.bind(1, scan.asked_by)
        .bind(2, scan.asked_at.unix_ms)
        .bind(3, scan.state)
        .bind(4, scan.done)
        .bind(5, scan.total)
        .bind(6, scan.found)
        .bind(7, scan.changed_at.unix_ms);
    if (!is_new) statement.bind(8, scan.no);
    TRY(statement.run());
    if (is_new) scan.no = connection.last_row_id();
    return Done{};
}

}  // namespace server_store
