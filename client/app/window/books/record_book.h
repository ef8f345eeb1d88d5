// Recording into the opened store, through the same checks as the command line.
#pragma once

#include "client/app/window/books/family_book.h"
#include "client/app/window/work.h"
#include "client/screens/ports/ports.h"
#include "client/store/drafts.h"

#include <functional>
#include <set>
#include <string>

namespace client_app {

class RecordBook final : public screens::Records {
public:
    RecordBook(FamilyBook& families, const base::Clock& clock, base::Random& random)
        : families_(families), clock_(clock), random_(random) {}

    void open(Work& work) { work_ = &work; }
    void close() { work_ = nullptr; }
    // After records were saved together: so many changes more wait.
    std::function<void(std::int64_t changes)> when_saved;

    const forms::FormSet& forms() override;
    std::optional<std::string> lookup(std::string_view type, std::string_view id,
                                      std::string_view field) override;
    base::Result<base::Fields> answers_of(const std::string& record) override;
    base::Result<screens::Opened> open_record(const std::string& record) override;
    base::Result<std::string> save(const screens::Save& save) override;
    base::Result<std::vector<std::string>> save_all(
        const std::vector<screens::Save>& saves) override;
    std::string new_draft_id() override;
    base::Status put_draft(const screens::Draft& draft) override;
    std::vector<screens::Draft> drafts() override;
    base::Status discard_draft(const std::string& id) override;
    screens::Sending sending_of(const std::string& record) override;
    screens::VisitNotes visit_notes(const std::string& visit) override;
    base::Status keep_visit_notes(const std::string& visit,
                                  const screens::VisitNotes& notes) override;

private:
    std::string family_of(const store::Draft& draft);
    void add_household(const std::string& type, const std::string& record,
                       std::set<std::string>& households);
    void forget_if_old(const store::Draft& notes);

    FamilyBook& families_;
    const base::Clock& clock_;
    base::Random& random_;
    Work* work_ = nullptr;
};

}  // namespace client_app
