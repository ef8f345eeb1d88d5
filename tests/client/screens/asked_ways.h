// Ways that lead nowhere and remember what a page asked for, for tests of one page alone.
#pragma once

#include "client/screens/frame/ways.h"

#include <optional>
#include <string>

namespace asked {

struct Asked final : screens::Ways {
    explicit Asked(const screens::Ports& all) : all_ports(all) {}
    const screens::Ports& ports() const override { return all_ports; }
    const screens::Me& me() const override { return who; }
    void open(screens::Page) override {}
    void open_family(const std::string&) override {}
    void open_form(const screens::FormStart& start) override { form = start; }
    void open_draft(const screens::Draft&) override {}
    void open_registering(const screens::RegisterStart&) override {}
    void open_teaching(const screens::TeachingStart& start) override { teaching = start; }
    void open_home_massage(const screens::HomeMassageStart& start) override { home = start; }
    void open_course(const screens::CourseStart& start) override { course = start; }
    void open_growth(const std::string& family) override { growth = family; }
    void open_visit(const std::string&, screens::VisitKind) override {}
    void open_referral(const std::string& id) override { referral = id; }
    void open_guide(const screens::GuideStart& start) override { guide = start; }
    void back() override {}
    void signed_in() override {}
    void practise(bool) override {}
    void form_done(const std::string&) override {}
    void say(const std::string&) override {}

    screens::Ports all_ports;
    screens::Me who;
    std::optional<screens::FormStart> form;
    std::optional<screens::GuideStart> guide;
    std::optional<screens::TeachingStart> teaching;
    std::optional<screens::HomeMassageStart> home;
    std::optional<screens::CourseStart> course;
    std::string referral, growth;
};

}  // namespace asked
