#include "client/app/window/work.h"

#include "client/app/recording/forms_in_force.h"
#include "client/store/practice_mark.h"

namespace client_app {

namespace {

// Everything that is read from the opened store before the first page.
base::Status settle(Work& work, const base::Clock& clock, base::Random& random) {
    TRY_LET(back, open_again(work.file));
    work.back = std::move(back);
    TRY_LET(identity, work.store->identity());
    work.identity = std::move(identity);
    TRY_LET(forms, forms_in_force(work.identity));
    work.forms = std::move(forms);
    work.back_forms = work.forms;
    work.zone = base::find_zone(work.identity.zone).value_or(base::Zone{});
    work.recorder =
        std::make_unique<Recorder>(*work.store, work.forms, clock, random, work.identity);
    work.recorder->watch_room(free_bytes_beside(work.file.database));
    if (!store::is_practice(work.identity)) work.recorder->note_last_in(work.file.last());
    TRY_LET(pages, read_pages(*work.store, work.today(clock)));
    work.pages = std::move(pages);
    TRY_LET(outbox, outbox_now(*work.store));
    work.outbox = std::move(outbox);
    return base::Done{};
}

}  // namespace

base::Status Work::take_new_forms() {
    TRY_LET(now, store->identity());
    identity.choices = now.choices;
    identity.closed = now.closed;
    if (now.config == identity.config) return base::Done{};
    identity.config = now.config;
    TRY_LET(fresh, forms_in_force(identity));
    if (fresh.digest() == forms.digest()) return base::Done{};
    for (const std::string& id : forms.ids()) {
        const forms::Form* known = forms.find(id);
        const forms::Form* current = fresh.find(id);
        if (current == nullptr || current->version == known->version) continue;
        forms::Form stays_current = *current;
        fresh.add(*known);
        fresh.add(std::move(stays_current));
    }
    superseded.push_back(std::move(forms));
    forms = std::move(fresh);
    return base::Done{};
}

base::Result<WorkOpening> open_work(const StoreFile& file, const std::string& pin,
                                    const base::Clock& clock, base::Random& random) {
    auto work = std::make_unique<Work>();
    work->file = file;
    TRY_LET(hold, StoreHold::take(file));
    if (!hold) return WorkOpening{nullptr, 0, true};
    work->hold = std::move(hold);
    TRY_LET(opening, try_pin(file, pin, clock.now()));
    if (!opening.store) return WorkOpening{nullptr, opening.wait_s, false};
    work->store = std::move(opening.store);
    TRY(settle(*work, clock, random));
    return WorkOpening{std::move(work), 0, false};
}

base::Result<WorkOpening> open_practice_work(const std::string& data, const base::Clock& clock,
                                             base::Random& random, PracticeStart start) {
    auto practice = open_practice(data, clock, random, start);
    const bool is_elsewhere = !practice.ok() && practice.error().code == base::ErrorCode::Refused;
    if (is_elsewhere) return WorkOpening{nullptr, 0, true};
    if (!practice.ok()) return std::move(practice).error();
    auto work = std::make_unique<Work>();
    work->file = practice.value().file;
    work->store = std::move(practice.value().store);
    TRY_LET(hold, StoreHold::take(work->file));
    if (!hold) return WorkOpening{nullptr, 0, true};
    work->hold = std::move(hold);
    TRY(settle(*work, clock, random));
    return WorkOpening{std::move(work), 0, false};
}

}  // namespace client_app
