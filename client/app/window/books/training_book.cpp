#include "client/app/window/books/training_book.h"

#include "client/app/recording/history.h"
#include "client/app/recording/people.h"
#include "shared/base/log.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace client_app {

namespace {

base::Result<std::vector<care::Worker>> read_workers(store::Store& store) {
    TRY_LET(people, People::read(store));
    std::vector<care::Worker> workers;
    for (const protocol::User& user : people.all()) {
        workers.push_back({user.id, user.name, user.role, user.units, user.has_left});
    }
    std::sort(workers.begin(), workers.end(), [](const auto& a, const auto& b) {
        return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
    return workers;
}

}  // namespace

base::Result<TrainingBook::Lists> read_trainings(store::Store& store) {
    TRY_LET(workers, read_workers(store));
    TRY_LET(records, store.list(std::string(care::kCadreTraining)));
    TrainingBook::Lists lists{std::move(workers), {}};
    for (records::Record& record : records) {
        if (records::is_retracted(record)) continue;
        TRY_LET(sent, is_sent(store, record.id.text()));
        lists.trainings.push_back({std::move(record), sent});
    }
    const auto key = [](const screens::WrittenTraining& each) {
        return std::make_tuple(each.record.fields.text("end_date"), each.record.id.text());
    };
    std::sort(lists.trainings.begin(), lists.trainings.end(),
              [&](const auto& a, const auto& b) { return key(a) > key(b); });
    return lists;
}

void TrainingBook::open(Work& work) {
    work_ = &work;
    ++opened_;
}

void TrainingBook::close() {
    work_ = nullptr;
    ++opened_;
    lists_ = {};
    is_wanted_ = false;
    ++version_;
}

void TrainingBook::read_again() {
    if (work_ == nullptr || !is_wanted_) return;
    store::Store* back = work_->back.get();
    back_room_.ask([this, back, opening = opened_] {
        auto lists = read_trainings(*back);
        if (!lists.ok()) return base::log::warn("the trainings could not be read");
        back_room_.hand_over([this, opening, found = std::move(lists).value()]() mutable {
            if (opening != opened_) return;
            lists_ = std::move(found);
            ++version_;
        });
    });
}

const TrainingBook::Lists& TrainingBook::lists() {
    if (!std::exchange(is_wanted_, true)) read_again();
    return lists_;
}

}  // namespace client_app
