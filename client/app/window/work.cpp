#include "client/app/window/work.h"

#include "client/app/forms_in_force.h"

namespace client_app {

base::Result<WorkOpening> open_work(const StoreFile& file, const std::string& pin,
                                    const base::Clock& clock, base::Random& random) {
    TRY_LET(opening, try_pin(file, pin, clock.now()));
    if (!opening.store) return WorkOpening{nullptr, opening.wait_s};
    auto work = std::make_unique<Work>();
    work->file = file;
    work->store = std::move(opening.store);
    TRY_LET(back, open_again(file));
    work->back = std::move(back);
    TRY_LET(identity, work->store->identity());
    work->identity = std::move(identity);
    TRY_LET(forms, forms_in_force(work->identity));
    work->forms = std::move(forms);
    work->zone = base::find_zone(work->identity.zone).value_or(base::Zone{});
    work->recorder =
        std::make_unique<Recorder>(*work->store, work->forms, clock, random, work->identity);
    work->recorder->watch_room(free_bytes_beside(file.database));
    TRY_LET(pages, read_pages(*work->store, work->today(clock)));
    work->pages = std::move(pages);
    return WorkOpening{std::move(work), 0};
}

}  // namespace client_app
