// Which page is open, and the ways between them. A page is opened after the frame that asked for
// it, so that no page ends while it draws itself.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/quick/quick_model.h"
#include "client/screens/shell/pin_at_cover.h"
#include "client/screens/shell/screen_guard.h"
#include "client/screens/today/today_choices.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace screens {

class ShellModel final : public Ways {
public:
    explicit ShellModel(const Ports& ports);

    // Once a frame, before drawing: opens what was asked for, and lets the page look around.
    void refresh();
    // Once a frame, first: what the hands did, by the window's own seconds. The screen locks
    // itself, or is covered and shown again. Returns the seconds until it wants to be asked again.
    double guard(double now, bool is_touched, bool quick_hide);
    bool is_hidden() const { return guard_.is_hidden(); }
    PinAtCover* pin_at_cover() { return pin_at_cover_.get(); }  // asked before it is shown again
    void draw_page() { page_->draw(*this); }

    Page page() const { return where_.page; }
    // The place of the navigation that led here.
    Page root() const { return trail_.empty() ? where_.page : trail_.front().page; }
    // The open page as what it is; throws std::bad_cast if it is another.
    template <class P>
    P& showing() {
        return dynamic_cast<P&>(*page_);
    }

    const Ports& ports() const override { return ports_; }
    const Me& me() const override { return me_; }
    void open(Page page) override;
    void open_family(const std::string& id) override;
    void open_form(const FormStart& start) override;
    void open_registering(const RegisterStart& start) override;
    void open_draft(const Draft& draft) override;
    void open_teaching(const TeachingStart& start) override;
    void open_home_massage(const HomeMassageStart& start) override;
    void open_course(const CourseStart& start) override;
    void open_growth(const std::string& family) override;
    void open_visit(const std::string& family, VisitKind kind) override;
    void open_referral(const std::string& id) override;
    void open_guide(const GuideStart& start) override;
    void back() override;
    void signed_in() override;
    void form_done(const std::string& family) override;
    void practise(bool anew) override;
    void say(const std::string& note) override { note_ = note; }

    void sign_out();  // drafts stay, what waits stays
    void lock();      // the same, and who comes back with her PIN the same day finds her page
    bool keep();      // what is being typed, since the window closes; false: it could not be

    // What is being typed could not be kept, and she wants to go elsewhere: she is asked.
    bool asks_to_leave() const { return held_ != nullptr; }
    void stay() { held_ = nullptr; }
    void leave_all_the_same();

    // Taken by the view, once.
    std::optional<std::string> take_note();
    std::string take_leaving();             // what waits, said as she leaves
    std::optional<Appearance> take_look();  // another than before

private:
    struct Place {
        Page page = Page::SignIn;
        std::string id;  // of the family
        VisitKind kind = VisitKind::Full;
        RegisterStart registering = {};
        int part = 0;  // of the page
        FormStart form = {};
        HomeMassageStart home = {};
        CourseStart course = {};
        TeachingStart teaching = {};
        GuideStart guide = {};
    };
    // Where she was when it locked.
    struct Rest {
        std::string user;
        Date day;
        Place where;
        std::vector<Place> trail;
    };
    void choose_again();
    FormStart form_to_return_to();
    void return_to(const Rest& rest);
    void close_work(std::optional<Rest> rest);
    Place here();
    void go(Place place);
    void show(const Place& place);
    void leave(std::function<void()> way);  // after this frame, once what is typed is kept
    double lock_or_cover(double now);
    void look_at_cover(double now);
    std::unique_ptr<OpenPage> page_of(const Place& place);

    Ports ports_;
    Me me_;
    TodayChoices today_;
    QuickDay quick_;
    std::unique_ptr<OpenPage> page_;
    Place where_;
    std::vector<Place> trail_;  // where `where_` was opened from, the first one first
    FormStart form_;            // of the form that is open
    ScreenGuard guard_;
    std::unique_ptr<PinAtCover> pin_at_cover_;
    Appearance look_;
    std::optional<Rest> rest_;
    std::string local_user_;  // who signed in last, as the sign-in names her
    std::function<void()> asked_;
    std::function<void()> held_;  // until she has said whether what she typed may be lost
    std::optional<std::string> note_;
    std::string leaving_;
};

}  // namespace screens
