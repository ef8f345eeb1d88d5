#include "client/screens/course/course_model.h"

#include "client/screens/massage/safety_facts.h"
#include "client/ui/words/dates.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

const care::Birth* last_birth(const care::Family& known, const care::Person& mother) {
    const care::Birth* last = nullptr;
    for (const care::Birth& birth : known.births()) {
        if (birth.mother != &mother) continue;
        if (last == nullptr || birth.delivery_date > last->delivery_date) last = &birth;
    }
    return last;
}

}  // namespace

CourseModel::CourseModel(const Ports& ports, CourseStart start)
    : ports_(ports), start_(std::move(start)), family_(ports, start_.family) {
    read();
}

std::vector<Person> CourseModel::mothers() const {
    std::vector<Person> all;
    for (const Person& person : family_.family().persons) {
        if (person.is_mother && !person.is_dead) all.push_back(person);
    }
    return all;
}

void CourseModel::read() {
    version_ = family_.version();
    language_ = words::language();
    known_.emplace(family_.family().records);
    if (start_.mother.empty() && !mothers().empty()) start_.mother = mothers().front().id;
    mother_ = known_->person(start_.mother);
    parts_.clear();
    expected_.clear();
    since_.clear();
    if (mother_ != nullptr) work_out(*known_);
}

void CourseModel::work_out(const care::Family& known) {
    const FamilyContext context{ports_, family_.family(), known, ports_.today()};
    const care::Birth* birth = last_birth(known, *mother_);
    const bool is_told = ports_.records.lookup("person", start_.mother, "live_infants") == "0";
    is_grieving_ = is_told || has_lost_babies(known, *mother_);
    const CourseOf of{context, *mother_, birth, is_grieving_, ports_.session.me().role == "BIDAN"};
    if (const auto day = of.day_of(ports_.today())) {
        since_ = tr("Day {0} after the birth ({1})",
                    {std::to_string(*day), words::short_date(birth->delivery_date)});
    }
    expected_ = expected_on(of, ports_.today());
    const auto add = [&](CoursePart part) {
        if (!part.rows.empty() || !part.nothing.empty()) parts_.push_back(std::move(part));
    };
    if (!is_grieving_ && birth != nullptr) add(milk_part(of));
    if (!is_grieving_) add(letdown_part(of));
    if (!is_grieving_) {
        for (CoursePart& part : nappy_parts(of)) add(std::move(part));
        for (CoursePart& part : weight_parts(of)) add(std::move(part));
    }
    if (birth != nullptr) add(bleeding_part(of));
    if (of.is_midwife) add(womb_part(of));
    add(scales_part(of));
    add(relaxation_part(of));
    add(massage_part(of));
}

void CourseModel::refresh() {
    family_.refresh();
    if (version_ != family_.version() || language_ != words::language()) read();
}

void CourseModel::choose_mother(const std::string& id) {
    start_.mother = id;
    entry_.reset();
    read();
}

void CourseModel::entry_save_clicked() {
    if (!entry_ || !entry_->save_clicked()) return;
    entry_.reset();
    note_ = tr("Saved on this laptop");
    refresh();
}

}  // namespace screens
