#include "client/store/drafts.h"

#include "client/store/outbox.h"

namespace store {

namespace {

#define DRAFT_COLUMNS "id, type, record, form_version, answers, saved_at, base"

Result<Draft> read_draft(const db::Statement& row) {
    TRY_LET(answers, Fields::parse(row.text(4)));
    Draft draft{row.text(0), row.text(1),        row.text(2),
                row.text(3), std::move(answers), Instant{row.number(5)}};
    if (!row.is_null(6)) draft.base = records::parse_revision(row.text(6));
    return draft;
}

}  // namespace

Status put_draft(Store& store, const Draft& draft) {
    std::optional<records::Revision> base = draft.base;
    if (!base && !draft.record.empty()) {
        TRY_LET(now, base_now(store, RecordId(draft.record)));
        base = now;
    }
    TRY_LET(statement,
            store.connection().prepare("INSERT INTO draft (" DRAFT_COLUMNS ") VALUES ($1, $2, $3, "
                                       "$4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET "
                                       "answers = excluded.answers, saved_at = excluded.saved_at"));
    return statement.bind(1, draft.id)
        .bind(2, draft.type)
        .bind(3, draft.record)
        .bind(4, draft.form_version)
        .bind(5, draft.answers.to_json())
        .bind(6, draft.saved_at.unix_ms)
        .bind(7, base ? std::optional(to_text(*base)) : std::nullopt)
        .run();
}

Result<std::optional<Draft>> find_draft(Store& store, std::string_view id) {
    TRY_LET(statement,
            store.connection().prepare("SELECT " DRAFT_COLUMNS " FROM draft WHERE id = $1"));
    TRY_LET(has_row, statement.bind(1, id).step());
    if (!has_row) return std::optional<Draft>();
    TRY_LET(draft, read_draft(statement));
    return std::optional<Draft>(std::move(draft));
}

Result<std::vector<Draft>> drafts(Store& store) {
    TRY_LET(statement, store.connection().prepare("SELECT " DRAFT_COLUMNS
                                                  " FROM draft ORDER BY saved_at DESC"));
    std::vector<Draft> found;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return found;
        TRY_LET(draft, read_draft(statement));
        found.push_back(std::move(draft));
    }
}

Result<std::int64_t> draft_count(Store& store) {
    return store.connection().number("SELECT count(*) FROM draft");
}

Status discard_draft(Store& store, std::string_view id) {
    TRY_LET(statement, store.connection().prepare("DELETE FROM draft WHERE id = $1"));
    return statement.bind(1, id).run();
}

}  // namespace store
