#include "sync-server/app/serving/forms_watch.h"

#include "shared/base/log.h"
#include "sync-server/accept/staff/publishing.h"
#include "sync-server/store/published_forms.h"

namespace server_app {

base::Status FormsWatch::look(db::Connection& connection) {
    TRY_LET(count, server_store::count_published_forms(connection));
    if (count == seen_) return base::Done{};
    TRY_LET(shipped, forms_of(data_));
    TRY_LET(next, staff::published(connection, std::move(shipped)));
    seen_ = count;
    if (next.digest() == forms_.now().digest) return base::Done{};  // they are
    forms_.replace(std::move(next));
    base::log::info("a form was published: it is in force");
    return base::Done{};
}

}  // namespace server_app
