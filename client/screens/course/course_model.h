// Following a mother over time: one calm page since her last birth, with what is expected today,
// and a total of a questionnaire to be written down.
#pragma once

#include "client/screens/course/course_parts.h"
#include "client/screens/course/scale_entry.h"
#include "client/screens/family/family_model.h"
#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class CourseModel {
public:
    CourseModel(const Ports& ports, CourseStart start);

    void refresh();  // once a frame

    // ---- what is on the page
    bool is_found() const { return mother_ != nullptr; }
    const FamilyModel& family() const { return family_; }
    const std::string& mother() const { return start_.mother; }
    std::string mother_name() const { return family_.person_name(start_.mother); }
    std::vector<Person> mothers() const;  // of the family, alive: to choose between
    bool is_grieving() const { return is_grieving_; }
    std::string since() const { return since_; }  // "Hari ke-5 setelah melahirkan (20 Des 2025)"
    const std::vector<ExpectedNow>& expected() const { return expected_; }
    const std::vector<CoursePart>& parts() const { return parts_; }
    ScaleEntry* entry() { return entry_ ? &*entry_ : nullptr; }
    std::string take_note() { return std::exchange(note_, {}); }

    // ---- what the user did
    void choose_mother(const std::string& id);
    void enter_clicked() { entry_.emplace(ports_, start_.mother, is_grieving_); }
    void entry_left() { entry_.reset(); }
    void entry_save_clicked();

private:
    void read();
    void work_out(const care::Family& known);

    Ports ports_;
    CourseStart start_;
    FamilyModel family_;
    const care::Person* mother_ = nullptr;
    std::optional<care::Family> known_;
    bool is_grieving_ = false;
    std::string since_, note_;
    std::vector<ExpectedNow> expected_;
    std::vector<CoursePart> parts_;
    std::optional<ScaleEntry> entry_;
    words::Language language_ = words::Language::Indonesian;
    std::int64_t version_ = -1;
};

}  // namespace screens
