// Which page is open, and the ways between them. Holds the page's model; nothing else is shared.
#pragma once

#include "client/screens/families_model.h"
#include "client/screens/family_model.h"
#include "client/screens/record_form_model.h"
#include "client/screens/sign_in_model.h"
#include "client/screens/sync_page_model.h"

#include <memory>
#include <optional>
#include <string>

namespace screens {

enum class Page { SignIn, Families, Family, Form, Sync };

class ShellModel {
public:
    explicit ShellModel(const Ports& ports);

    Page page() const { return page_; }
    SignInModel& sign_in() { return *sign_in_; }
    FamiliesModel& families() { return *families_; }
    FamilyModel& family() { return *family_; }
    RecordFormModel& form() { return *form_; }
    SyncPageModel& sync() { return sync_; }
    const Ports& ports() const { return ports_; }

    // Once a frame, before drawing: follows what the models reached.
    void refresh();

    void open_families();
    void open_family(const std::string& id);
    void open_form(const FormStart& start);
    void open_draft(const Draft& draft);
    void open_sync();
    void leave_form();  // the draft stays
    void sign_out();    // drafts stay, what waits stays

    std::string not_sent() const { return not_sent_text(ports_.sync.state()); }
    bool is_all_well() const { return sync_.is_green(); }
    std::string user_name() const;
    std::string unit_name() const;
    std::string today_text() const;
    // Said once after it happened ("Tersimpan di laptop ini"), taken by the view.
    std::optional<std::string> take_note();

private:
    void after_form();
    void signed_in();

    Ports ports_;
    Page page_ = Page::SignIn;
    std::unique_ptr<SignInModel> sign_in_;
    std::unique_ptr<FamiliesModel> families_;
    std::unique_ptr<FamilyModel> family_;
    std::unique_ptr<RecordFormModel> form_;
    SyncPageModel sync_;
    Me me_;
    std::optional<std::string> note_;
};

}  // namespace screens
