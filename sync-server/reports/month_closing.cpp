#include "sync-server/reports/month_closing.h"

#include "shared/base/text.h"
#include "sync-server/reports/completeness.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/reports/closings.h"

namespace reports {

using base::Error;
using base::ErrorCode;
using server_store::Closing;

base::Status close_month(db::Connection& connection, base::Month month, base::Instant now,
                         const base::Zone& zone, std::string_view actor) {
    const std::string text = base::to_text(month);
    if (base::date_in(now, zone) < base::last_day(month)) {
        return Error{ErrorCode::Refused, "month " + text + " is not over before " +
                                             base::to_text(base::last_day(month))};
    }
    TRY_LET(missing, completeness(connection, month, "", now, zone));
    TRY_LET(moment, settle_and_hold(connection, month));
    TRY_LET(standing, server_store::closing_of(connection, text));
    if (standing) {
        return Error{ErrorCode::Refused,
                     "month " + text + " was closed on " +
                         base::to_text(base::date_in(standing->closed_at, zone)) + " already"};
    }
    Closing closing;
    closing.month = text;
    closing.closed_at = now;
    closing.closed_by = actor;
    closing.missing = sentences(missing, zone);
    TRY(server_store::close_month(connection, closing));
    TRY(server_store::audit(connection, {now, std::string(actor), "month_close", text}));
    return moment.commit();
}

base::Status reopen_month(db::Connection& connection, base::Month month, base::Instant now,
                          std::string_view actor, std::string_view reason) {
    const std::string text = base::to_text(month);
    if (base::trimmed(reason).empty()) {
        return Error{ErrorCode::Refused, "a closed month is opened again only with a reason"};
    }
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(standing, server_store::closing_of(connection, text));
    if (!standing) return Error{ErrorCode::Refused, "month " + text + " is not closed"};
    TRY(server_store::reopen_month(connection, standing->no, now, actor, reason));
    TRY(server_store::audit(connection,
                            {now, std::string(actor), "month_reopen", text, std::string(reason)}));
    return transaction.commit();
}

}  // namespace reports
