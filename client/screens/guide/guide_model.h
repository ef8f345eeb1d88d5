// The massage step by step: what is shown to whom, and what a hand or a key asks for. Holds nothing
// of any mother; the safety check and what is recorded are elsewhere (DOMAIN 2.4, 2.7).
#pragma once

#include "client/guide/looks.h"
#include "client/screens/frame/ways.h"

namespace screens {

class GuideModel {
public:
    GuideModel(const Ports& ports, const GuideStart& start);
    ~GuideModel();
    GuideModel(const GuideModel&) = delete;
    GuideModel& operator=(const GuideModel&) = delete;

    const guide::Timeline& timeline() const { return timeline_; }
    bool says_safety_first() const { return says_safety_first_; }
    bool faces_family() const { return faces_family_; }
    bool has_sound() const { return speaker_.is_on(); }
    bool is_done() const { return timeline_.is_over(); }
    std::string duration() const;  // of the massage itself, in words; empty if there was none

    // ---- what the user did
    void begin();  // she has read that the safety check comes first
    void press(const guide::Press& press);
    void pause();
    void go_to(std::size_t step) { timeline_.go_to(step); }

    void tick(double now_s);  // once a frame, by the window's own seconds

private:
    void play_or_pause();
    void switch_sound();
    void next();

    guide::Speaker& speaker_;
    guide::Timeline timeline_;
    bool says_safety_first_, faces_family_;
};

}  // namespace screens
