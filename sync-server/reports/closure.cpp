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

class ReadOnce final : public care::RecordShelf {
public:
    using Found = Result<std::vector<const records::Record*>>;
    explicit ReadOnce(Closures& known) : known_(known) {}

    Result<std::optional<const records::Record*>> find(const std::string& id) override {
        auto at = known_.records_.find(id);
        if (at == known_.records_.end()) {
            TRY_LET(stored, server_store::find_record(known_.connection_, id));
            std::optional<records::Record> read;
            if (stored) read = std::move(stored->record);
            at = known_.records_.emplace(id, std::move(read)).first;
        }
        if (!at->second) return std::optional<const records::Record*>();
        return std::optional<const records::Record*>(&*at->second);
    }

    Found naming(const std::string& id) override {
        return naming_but(id, [](const std::string&) { return false; });
    }

    Found naming_but(const std::string& id, const IsKnown& is_known) override {
        const auto known = known_.naming_.find(id);
        if (known != known_.naming_.end()) return gathered(known->second, is_known);
        TRY_LET(ids, server_store::ids_naming(known_.connection_, id));
        return gathered(known_.naming_.emplace(id, std::move(ids)).first->second, is_known);
    }

private:
    Found gathered(const std::vector<std::string>& ids, const IsKnown& is_known) {
        std::vector<const records::Record*> found;
        for (const std::string& each : ids) {
            if (is_known(each)) continue;
            TRY_LET(record, find(each));
            if (record) found.push_back(*record);
        }
        return found;
    }

    Closures& known_;
};

Result<std::vector<const records::Record*>> Closures::look_at(std::string_view seed) {
    ReadOnce shelf(*this);
    return care::closure_of(shelf, seed);
}

Result<std::vector<records::Record>> Closures::of(std::string_view seed) {
    TRY_LET(found, look_at(seed));
    std::vector<records::Record> records;
    records.reserve(found.size());
    for (const records::Record* each : found) records.push_back(*each);
    return records;
}

Result<std::vector<records::Record>> closure_of(db::Connection& connection, std::string_view seed) {
    Stored source(connection);
    return care::closure_of(source, seed);
}

}  // namespace reports
