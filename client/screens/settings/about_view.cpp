#include "client/screens/settings/settings_page.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

namespace screens {

using words::tr;

namespace {

void draw_point(const std::string& text) {
    const float indent = ui::px(18);
    ui::Row row(0);
    const float room = ui::available() - indent;
    row.cell(indent);
    ui::text(ui::Type::Body, ui::palette().primary, "•");
    row.cell(room);
    ui::text(ui::Type::Body, ui::palette().text, text, room);
}

void draw_points(const std::string& title, const std::vector<std::string>& points) {
    const ui::Card card;
    ui::section(title);
    ui::gap(8);
    for (const std::string& point : points) {
        draw_point(point);
        ui::gap(4);
    }
}

// DOMAIN 10.7: what she does with it, and what it never does.
std::vector<std::string> limits() {
    return {
        tr("It helps you to record, to teach, to notice and to call. It makes no diagnosis and "
           "names no medicine."),
        tr("Whenever you are unsure, call the midwife. No page of this program replaces her."),
        tr("The massage helps a mother to relax and supports the flow of her milk. It is no "
           "treatment, and never a reason to wait with a referral."),
    };
}

// DOMAIN 10.6.
std::vector<std::string> evidence() {
    return {
        tr("Studies of the oxytocin massage are small, and most are of low to moderate quality."),
        tr("What is recorded here shows how the programme goes. It proves nothing about what the "
           "massage does, so reports keep massage and breastfeeding apart."),
        tr("Research needs its own protocol, ethics approval and the mother's consent."),
    };
}

// DOMAIN 10.8.
std::vector<std::string> sign_offs() {
    return {
        tr("A midwife: the massage's seconds, the safety questions, how urgent each danger sign "
           "is, the help texts."),
        tr("The health office: rules of the visit counts and the monthly table, target "
           "populations, how long records are kept."),
        tr("The owner: licences of the questionnaires, who answers for the data."),
        tr("A mother and a cadre from the area: words and pictures."),
    };
}

std::vector<std::string> sources() {
    return {
        tr("Rules and tables of the Ministry of Health: postnatal and newborn visits, the KIA "
           "book, the breastfeeding report of the health centres."),
        tr("WHO: growth standards, indicators of infant and young child feeding, danger signs."),
        tr("Published descriptions of the oxytocin massage, for its steps."),
        tr("This program is free software: Apache-2.0. The letters are Inter (SIL Open Font "
           "License), the small pictures Font Awesome (SIL Open Font License)."),
    };
}

}  // namespace

void draw_about_part(const SettingsModel& model) {
    {
        const ui::Card card;
        ui::section("Kawan ASI");
        ui::gap(8);
        ui::text(ui::Type::Body, ui::palette().text,
                 tr("A friend of breastfeeding, for cadres who visit mothers and babies where "
                    "there is no network."),
                 ui::available());
        ui::gap(4);
        ui::muted(tr("Version {0}", {model.version()}), ui::available());
    }
    ui::gap(ui::kGap);
    draw_points(tr("Still to be signed off by people before it is used with mothers"), sign_offs());
    ui::gap(ui::kGap);
    draw_points(tr("What this program is for"), limits());
    ui::gap(ui::kGap);
    draw_points(tr("What is known about the massage"), evidence());
    ui::gap(ui::kGap);
    draw_points(tr("Sources and licences"), sources());
}

}  // namespace screens
