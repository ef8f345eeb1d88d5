#include "shared/care/closure.h"

#include "shared/care/answers.h"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_set>

namespace care {

using base::Result;
using base::Status;

namespace {

// Larger than any family; a broken chain of references must not walk a whole village.
constexpr std::size_t kRecordsMax = 20000;

// What hangs on these is looked up by who names them; nothing hangs on the others.
constexpr std::array<std::string_view, 5> kNamed = {"household", "person", "birth_event", "visit",
                                                    "massage_teaching"};
// Followed forwards: without them a child of another household would have no birth.
constexpr std::array<std::string_view, 4> kFollowed = {"mother_person_id", "merged_into",
                                                       "birth_event_id", "mother_id"};

const records::Record& record_in(const records::Record& held) {
    return held;
}
const records::Record& record_in(const records::Record* held) {
    return *held;
}

template <class Held>
class Gathering {
public:
    explicit Gathering(SourceOf<Held>& source) : source_(source) {}

    Status add(const std::string& id) {
        if (id.empty() || !seen_.insert(id).second) return base::Done{};
        TRY_LET(found, source_.find(id));
        if (found) take(std::move(*found));
        return base::Done{};
    }

    Status expand_all() {
        while (!waiting_.empty() && records_.size() < kRecordsMax) {
            const std::size_t next = waiting_.front();
            waiting_.pop_front();
            TRY(expand(next));
        }
        return base::Done{};
    }

    std::vector<Held> records() && { return std::move(records_); }

private:
    void take(Held held) {
        records_.push_back(std::move(held));
        waiting_.push_back(records_.size() - 1);
    }

    Status expand(std::size_t index) {
        const std::string id = record_in(records_[index]).id.text();
        const std::string type = record_in(records_[index]).type;
        for (const std::string_view field : kFollowed) {
            const std::string target(code(record_in(records_[index]).fields, field));
            TRY(add(target));
        }
        if (std::find(kNamed.begin(), kNamed.end(), type) == kNamed.end()) return base::Done{};
        TRY_LET(naming, source_.naming_but(id, is_known_));
        for (Held& held : naming) {
            if (seen_.insert(record_in(held).id.text()).second) take(std::move(held));
        }
        return base::Done{};
    }

    SourceOf<Held>& source_;
    std::unordered_set<std::string> seen_;
    typename SourceOf<Held>::IsKnown is_known_ = [this](const std::string& id) {
        return seen_.count(id) != 0;
    };
    std::vector<Held> records_;
    std::deque<std::size_t> waiting_;
};

template <class Held>
Result<std::vector<Held>> gather(SourceOf<Held>& source, std::string_view seed) {
    Gathering<Held> gathering(source);
    TRY(gathering.add(std::string(seed)));
    TRY(gathering.expand_all());
    return std::move(gathering).records();
}

}  // namespace

Result<std::vector<records::Record>> closure_of(RecordSource& source, std::string_view seed) {
    return gather(source, seed);
}

Result<std::vector<const records::Record*>> closure_of(RecordShelf& shelf, std::string_view seed) {
    return gather(shelf, seed);
}

}  // namespace care
