// Following a mother over time, as a page.
#pragma once

#include "client/screens/course/course_model.h"
#include "client/screens/danger/danger_watch.h"
#include "client/screens/frame/open_page.h"

namespace screens {

class CoursePage final : public OpenPage {
public:
    CoursePage(const Ports& ports, const CourseStart& start)
        : model_(ports, start), danger_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    CourseModel& model() { return model_; }

private:
    CourseModel model_;
    DangerWatch danger_;
};

}  // namespace screens
