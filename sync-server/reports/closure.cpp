#include "sync-server/reports/closure.h"

#include "shared/care/closure.h"
#include "sync-server/store/records.h"

namespace reports {

using base::Result;

namespace {

class Stored final : public care::RecordSource {
public:
    explicit Stored(db::Connection& connection) : connection_(connection) {}

    Result<std::optional<records::Record>> find(const std::string& id) override {
        TRY_LET(stored, server_store::find_record(connection_, id));
        if (!stored) return std::optional<records::Record>();
        return std::optional<records::Record>(std::move(stored->record));
    }

    Result<std::vector<records::Record>> naming(const std::string& id) override {
        return server_store::records_naming(connection_, id);
    }

private:
    db::Connection& connection_;
};

}  // namespace

Result<std::vector<records::Record>> closure_of(db::Connection& connection, std::string_view seed) {
    Stored source(connection);
    return care::closure_of(source, seed);
}

}  // namespace reports
