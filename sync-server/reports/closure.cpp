#include "sync-server/reports/closure.h"

#include "shared/care/closure.h"
#include "sync-server/store/records/records.h"

namespace reports {

using base::Result;

class ReadOnce final : public care::RecordShelf {
public:
    using Found = Result<std::vector<const records::Record*>>;
    explicit ReadOnce(Closures& known) : known_(known) {}

    Result<std::optional<const records::Record*>> find(const std::string& id) override {
        auto at = known_.records_.find(id);
        if (at == known_.records_.end()) {
            TRY_LET(read, server_store::find_plain_record(known_.connection_, id));
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

Result<Closures::Found> Closures::look_at(std::string_view seed) {
    const auto known = gathered_.find(std::string(seed));
    if (known != gathered_.end()) return known->second;
    ReadOnce shelf(*this);
    TRY_LET(found, care::closure_of(shelf, seed));
    return gathered_.emplace(seed, std::move(found)).first->second;
}

Result<std::vector<records::Record>> Closures::of(std::string_view seed) {
    TRY_LET(found, look_at(seed));
    std::vector<records::Record> records;
    records.reserve(found.size());
    for (const records::Record* each : found) records.push_back(*each);
    return records;
}

std::vector<records::Record> Closures::take(const Found& found) && {
    std::vector<records::Record> records;
    records.reserve(found.size());
    for (const records::Record* each : found) {
        records.push_back(std::move(*records_.find(each->id.text())->second));
    }
    return records;
}

Result<std::vector<records::Record>> closure_of(db::Connection& connection, std::string_view seed) {
    Closures closures(connection);
    TRY_LET(found, closures.look_at(seed));
    return std::move(closures).take(found);
}

}  // namespace reports
