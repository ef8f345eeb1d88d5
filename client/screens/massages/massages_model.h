// "Pijat": the families of the massage by what is to be done next, and the doors to the guide, the
// leaflet, what is known of it, and the training. The groups are the health centre's own
// (shared/indicators/practice); within one, families stand as one walks, never by how much they do.
#pragma once

#include "client/screens/frame/printout.h"
#include "client/screens/ports/ports.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class MassagesModel {
public:
    explicit MassagesModel(const Ports& ports) : ports_(ports), printout_(ports.printing) {}
    void refresh();  // once a frame

    struct Row {
        std::string family, mother;
        std::string name, detail, place;
    };
    struct Group {
        indicators::PracticeGroup group = indicators::PracticeGroup::NotTaught;
        std::string title;
        std::vector<Row> rows;
    };
    const std::vector<Group>& groups() const { return groups_; }  // those with somebody in them
    bool is_ready() const { return ports_.agenda.progress().is_ready(); }

    // ---- about the massage
    void about_clicked() { is_about_ = true; }
    void about_closed() { is_about_ = false; }
    bool is_about() const { return is_about_; }

    // ---- the leaflet
    struct Leaflet {
        words::Language language = words::Language::Indonesian;
        std::string baby;  // only if the family wants the name on it
    };
    void leaflet_clicked() { leaflet_ = Leaflet{}; }
    void leaflet_closed() { leaflet_.reset(); }
    void leaflet_confirmed(const Me& me);
    std::optional<Leaflet>& leaflet() { return leaflet_; }
    Printout& printout() { return printout_; }

private:
    void read();

    Ports ports_;
    Printout printout_;
    std::vector<Group> groups_;
    std::optional<Leaflet> leaflet_;
    bool is_about_ = false;
    std::int64_t version_ = -1;
    words::Language language_ = words::Language::Indonesian;
};

std::string group_name(indicators::PracticeGroup group);

}  // namespace screens
