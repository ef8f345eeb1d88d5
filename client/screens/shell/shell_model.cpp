#include "client/screens/shell/shell_model.h"

#include "client/screens/births/births_page.h"
#include "client/screens/course/course_page.h"
#include "client/screens/danger/referral_page.h"
#include "client/screens/families/families_page.h"
#include "client/screens/family/family_page.h"
#include "client/screens/guide/guide_page.h"
#include "client/screens/home_massage/home_massage_page.h"
#include "client/screens/massage/teaching_page.h"
#include "client/screens/massages/massages_page.h"
#include "client/screens/midwife/midwife_page.h"
#include "client/screens/outreach/outreach_page.h"
#include "client/screens/quick/quick_page.h"
#include "client/screens/record/record_form_page.h"
#include "client/screens/record/visit_page.h"
#include "client/screens/register/register_page.h"
#include "client/screens/registering/registering_page.h"
#include "client/screens/sending/sync_page.h"
#include "client/screens/settings/settings_page.h"
#include "client/screens/settings/unsent_page.h"
#include "client/screens/sign_in/sign_in_page.h"
#include "client/screens/today/today_page.h"
#include "client/screens/tools/tools_page.h"
#include "client/screens/training/holding_page.h"
#include "client/screens/training/quiz_page.h"
#include "client/screens/training/training_page.h"
#include "client/ui/words/words.h"

#include <utility>

namespace screens {

using words::tr;

namespace {

constexpr const char* kTeachingForm = "massage_teaching";

TeachingStart teaching_of(const FormStart& start) {
    TeachingStart teaching;
    teaching.family = start.family;
    teaching.mother = start.known.text("mother_id");
    teaching.visit = start.known.text("visit_id");
    teaching.learner = start.known.text("trainee_id");
    return teaching;
}

}  // namespace

ShellModel::ShellModel(const Ports& ports)
    : ports_(ports),
      page_(std::make_unique<SignInPage>(ports)),
      look_(ports.settings.appearance()) {}

void ShellModel::refresh() {
    if (where_.page != Page::SignIn && ports_.session.closed()) close_work(std::nullopt);
    while (asked_) std::exchange(asked_, nullptr)();
    page_->refresh(*this);
    if (held_ && page_->keep()) leave_all_the_same();  // there is room again
    while (asked_) std::exchange(asked_, nullptr)();
}

std::unique_ptr<OpenPage> ShellModel::page_of(const Place& place) {
    switch (place.page) {
        case Page::Today:
            return std::make_unique<TodayPage>(ports_, today_);
        case Page::Family:
            return std::make_unique<FamilyPage>(ports_, place.id);
        case Page::Visit:
            return std::make_unique<VisitPage>(ports_, place.id, place.kind);
        case Page::Quick:
            return std::make_unique<QuickPage>(ports_, quick_);
        case Page::Register:
            return std::make_unique<RegisterPage>(ports_);
        case Page::Sending:
            if (me_.is_practice) return std::make_unique<UnsentPage>();
            return std::make_unique<SyncPage>(ports_);
        case Page::Referral:
            return std::make_unique<ReferralPage>(ports_, place.id);
        case Page::Midwife:
            return std::make_unique<MidwifePage>(ports_);
        case Page::Tools:
            return std::make_unique<ToolsPage>(ports_);
        case Page::Guide:
            return std::make_unique<GuidePage>(ports_, place.guide);
        case Page::Registering:
            return std::make_unique<RegisteringPage>(ports_, place.registering);
        case Page::Teaching:
            return std::make_unique<TeachingPage>(ports_, place.teaching);
        case Page::Births:
            return std::make_unique<BirthsPage>(ports_);
        case Page::HomeMassage:
            return std::make_unique<HomeMassagePage>(ports_, place.home);
        case Page::Course:
            return std::make_unique<CoursePage>(ports_, place.course);
        case Page::Outreach:
            return std::make_unique<OutreachPage>(ports_);
        case Page::Massages:
            return std::make_unique<MassagesPage>(ports_);
        case Page::Training:
            return std::make_unique<TrainingPage>(ports_);
        case Page::Holding:
            return std::make_unique<HoldingPage>(ports_, place.id);
        case Page::Quiz:
            return std::make_unique<QuizPage>(ports_, place.id);
        case Page::Settings:
            return std::make_unique<SettingsPage>(ports_);
        case Page::SignIn:
            return std::make_unique<SignInPage>(ports_);
        case Page::Form:
            return std::make_unique<RecordFormPage>(ports_, place.form);
        case Page::Families:
            break;
    }
    return std::make_unique<FamiliesPage>(ports_);
}

void ShellModel::show(const Place& place) {
    page_->keep();
    where_ = place;
    form_ = place.form;
    page_ = page_of(place);
    page_->open_part(place.part);
    page_->refresh(*this);
}

ShellModel::Place ShellModel::here() {
    Place place = where_;
    place.part = page_->part();
    if (place.page == Page::Form) place.form = form_to_return_to();
    return place;
}

void ShellModel::go(Place place) {
    leave([this, place = std::move(place)] {
        if (where_.page != Page::Form) trail_.push_back(here());
        show(place);
    });
}

void ShellModel::open(Page page) {
    if (page == Page::Training) return go({page, {}});  // from a place of the navigation
    leave([this, page] {
        trail_.clear();
        show({page, {}});
    });
}

// Who was here last most likely comes back.
void ShellModel::choose_again() {
    SignInModel& model = showing<SignInPage>().model();
    for (const LocalUser& user : model.users()) {
        if (user.id == local_user_) model.choose(user.id);
    }
}

void ShellModel::open_family(const std::string& id) {
    go({Page::Family, id});
}

void ShellModel::open_referral(const std::string& id) {
    go({Page::Referral, id});
}

void ShellModel::open_guide(const GuideStart& start) {
    Place place{Page::Guide, {}};
    place.guide = start;
    go(std::move(place));
}

void ShellModel::back() {
    leave([this] {
        Place place{Page::Families, {}};
        if (!trail_.empty()) {
            place = trail_.back();
            trail_.pop_back();
        }
        show(place);
    });
}

void ShellModel::open_form(const FormStart& start) {
    if (ports_.records.forms().find(start.type) == nullptr) {
        say(tr("This program does not know that form yet. Ask for the new version."));
        return;
    }
    // A new teaching goes past the safety check, wherever it is asked for; one that took place
    // before is only written down.
    if (start.type == kTeachingForm && start.record.empty() && !start.is_report) {
        return open_teaching(teaching_of(start));
    }
    leave([this, start] {
        const bool is_left = where_.page == Page::Form || where_.page == Page::Teaching;
        if (!is_left || start.comes_back) trail_.push_back(here());
        where_ = {Page::Form, start.family};
        form_ = start;
        page_ = std::make_unique<RecordFormPage>(ports_, start);
        page_->refresh(*this);
    });
}

void ShellModel::open_teaching(const TeachingStart& start) {
    Place place{Page::Teaching, start.family};
    place.teaching = start;
    if (start.draft.empty()) place.teaching.draft = ports_.records.new_draft_id();
    go(std::move(place));
}

void ShellModel::open_home_massage(const HomeMassageStart& start) {
    Place place{Page::HomeMassage, start.family};
    place.home = start;
    if (start.draft.empty()) place.home.draft = ports_.records.new_draft_id();
    go(std::move(place));
}

void ShellModel::open_course(const CourseStart& start) {
    Place place{Page::Course, start.family};
    place.course = start;
    go(std::move(place));
}

void ShellModel::open_growth(const std::string& family) {
    Place place{Page::Family, family};
    place.part = static_cast<int>(FamilyTab::Growth);
    go(std::move(place));
}

// Its draft has its id from the start, so that the way back finds what was written.
void ShellModel::open_registering(const RegisterStart& start) {
    Place place{Page::Registering, start.family};
    place.registering = start;
    if (start.draft.empty()) place.registering.draft = ports_.records.new_draft_id();
    go(std::move(place));
}

void ShellModel::open_draft(const Draft& draft) {
    if (draft.type == kQuickDraft) return open(Page::Quick);
    if (draft.type == kHolding) return go({Page::Holding, draft.id});
    if (draft.type == kOwnQuiz) return go({Page::Quiz, draft.id});
    if (draft.type == kRegistering) {
        RegisterStart start;
        start.draft = draft.id;
        return open_registering(start);
    }
    if (draft.type == kTeaching) {
        TeachingStart start;
        start.family = draft.family;
        start.mother = draft.answers.text("mother_id");
        start.draft = draft.id;
        return open_teaching(start);
    }
    if (draft.type == kHomeMassage) {
        HomeMassageStart start;
        start.family = draft.family;
        start.draft = draft.id;
        return open_home_massage(start);
    }
    if (is_of_todays_visit(ports_, draft)) return open_visit(draft.family, VisitKind::Full);
    FormStart start;
    start.type = draft.type;
    start.family = draft.family;
    start.record = draft.record;
    start.draft = draft.id;
    start.is_report = true;  // a draft of the form itself is a report
    open_form(start);
}

void ShellModel::open_visit(const std::string& family, VisitKind kind) {
    go({Page::Visit, family, kind});
}

void ShellModel::form_done(const std::string& family) {
    leave([this, family] {
        const bool from_family =
            !trail_.empty() &&
            (trail_.back().page == Page::Family || trail_.back().page == Page::Form ||
             trail_.back().page == Page::Teaching || trail_.back().page == Page::Visit ||
             trail_.back().page == Page::HomeMassage || trail_.back().page == Page::Course);
        const bool is_elsewhere = !family.empty() && !(from_family && trail_.back().id == family);
        Place place{Page::Families, {}};
        if (is_elsewhere) {
            place = {Page::Family, family};
        } else if (!trail_.empty()) {
            place = trail_.back();
            trail_.pop_back();
        }
        show(place);
    });
}

void ShellModel::signed_in() {
    me_ = ports_.session.me();
    today_ = {};
    quick_ = {};
    local_user_ = showing<SignInPage>().model().chosen();
    const auto rest = std::exchange(rest_, std::nullopt);
    const bool is_back = rest && rest->user == me_.user_id && rest->day == ports_.today();
    if (is_back) return return_to(*rest);
    open(Page::Today);
}

void ShellModel::return_to(const Rest& rest) {
    asked_ = [this, rest] {
        trail_ = rest.trail;
        show(rest.where);
    };
}

// With the draft that was just kept, if anything had been typed.
FormStart ShellModel::form_to_return_to() {
    FormStart start = form_;
    Instant newest{0};
    for (const Draft& draft : ports_.records.drafts()) {
        const bool is_this = draft.type == start.type && draft.record == start.record &&
                             (start.family.empty() || draft.family == start.family);
        if (!is_this || draft.saved_at < newest) continue;
        newest = draft.saved_at;
        start.draft = draft.id;
    }
    return start;
}

void ShellModel::close_work(std::optional<Rest> rest) {
    rest_ = std::move(rest);
    leaving_ = me_.is_practice ? std::string() : leaving_note(ports_.sync.state());
    ports_.session.lock();
    me_ = {};
    held_ = nullptr;
    note_.reset();
    trail_.clear();
    where_ = {Page::SignIn, {}};
    page_ = std::make_unique<SignInPage>(ports_);
    choose_again();
}

void ShellModel::sign_out() {
    leave([this] { close_work(std::nullopt); });
}

void ShellModel::lock() {
    if (me_.is_practice) return sign_out();
    leave([this] {
        if (where_.page == Page::SignIn) return;
        Rest rest{me_.user_id, ports_.today(), here(), trail_};
        close_work(std::move(rest));
    });
}

void ShellModel::practise(bool anew) {
    leave([this, anew] {
        close_work(std::nullopt);
        showing<SignInPage>().model().practise_clicked(anew);
    });
}

std::optional<Appearance> ShellModel::take_look() {
    const Appearance now = ports_.settings.appearance();
    if (now == look_) return std::nullopt;
    look_ = now;
    return now;
}

std::string ShellModel::take_leaving() {
    return std::exchange(leaving_, {});
}

std::optional<std::string> ShellModel::take_note() {
    return std::exchange(note_, std::nullopt);
}

}  // namespace screens
