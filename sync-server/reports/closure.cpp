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
        return naming_but(id, [](const std::string&) { return false; });
    }

    Result<std::vector<records::Record>> naming_but(const std::string& id,
                                                    const IsKnown& is_known) override {
        TRY_LET(ids, server_store::ids_naming(connection_, id));
        std::vector<records::Record> found;
        for (const std::string& each : ids) {
            if (is_known(each)) continue;
            TRY_LET(record, find(each));
            if (record) found.push_back(std::move(*record));
        }
        return found;
    }

private:
    db::Connection& connection_;
};

}  // namespace

class ReadOnce final : public care::RecordSource {
public:
    explicit ReadOnce(Closures& known) : known_(known) {}

    Result<std::optional<records::Record>> find(const std::string& id) override {
        const auto known = known_.records_.find(id);
        if (known != known_.records_.end()) return known->second;
        TRY_LET(stored, server_store::find_record(known_.connection_, id));
        auto& kept = known_.records_[id];
        if (stored) kept = std::move(stored->record);
        return kept;
    }

    Result<std::vector<records::Record>> naming(const std::string& id) override {
        return naming_but(id, [](const std::string&) { return false; });
    }

    Result<std::vector<records::Record>> naming_but(const std::string& id,
                                                    const IsKnown& is_known) override {
        const auto known = known_.naming_.find(id);
        if (known != known_.naming_.end()) return gathered(known->second, is_known);
        TRY_LET(ids, server_store::ids_naming(known_.connection_, id));
        return gathered(known_.naming_.emplace(id, std::move(ids)).first->second, is_known);
    }

private:
    Result<std::vector<records::Record>> gathered(const std::vector<std::string>& ids,
                                                  const IsKnown& is_known) {
        std::vector<records::Record> found;
        for (const std::string& each : ids) {
            if (is_known(each)) continue;
            TRY_LET(record, find(each));
            if (record) found.push_back(std::move(*record));
        }
        return found;
    }

    Closures& known_;
};

Result<std::vector<records::Record>> Closures::of(std::string_view seed) {
    ReadOnce source(*this);
    return care::closure_of(source, seed);
}

Result<std::vector<records::Record>> closure_of(db::Connection& connection, std::string_view seed) {
    Stored source(connection);
    return care::closure_of(source, seed);
}

}  // namespace reports
