// Sending, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/sending/sync_page_model.h"

namespace screens {

class SyncPage final : public OpenPage {
public:
    explicit SyncPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    SyncPageModel& model() { return model_; }

private:
    SyncPageModel model_;
};

}  // namespace screens
