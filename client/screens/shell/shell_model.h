// Which page is open, and the ways between them. A page is opened after the frame that asked for
// it, so that no page ends while it draws itself.
#pragma once

#include "client/screens/frame/open_page.h"
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
    void draw_page() { page_->draw(*this); }

    Page page() const { return where_.page; }
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
    void open_draft(const Draft& draft) override;
    void open_visit(const std::string& family, VisitKind kind) override;
    void back() override;
    void signed_in() override;
    void form_done(const std::string& family) override;
    void say(const std::string& note) override { note_ = note; }

    void sign_out();  // drafts stay, what waits stays
    void keep();      // what is being typed, since the window closes

    // Taken by the view, once.
    std::optional<std::string> take_note();

private:
    struct Place {
        Page page = Page::SignIn;
        std::string id;  // of the family
        VisitKind kind = VisitKind::Full;
    };
    void go(Place place);
    void show(const Place& place);
    std::unique_ptr<OpenPage> page_of(const Place& place);

    Ports ports_;
    Me me_;
    TodayChoices today_;
    std::unique_ptr<OpenPage> page_;
    Place where_;
    std::vector<Place> trail_;  // where `where_` was opened from, the first one first
    std::function<void()> asked_;
    std::optional<std::string> note_;
};

}  // namespace screens
