// The ways between the pages, as a page's view is given them. What is asked for here happens after
// the frame is drawn, so that a page may go on drawing itself.
#pragma once

#include "client/screens/ports/ports.h"

#include <string>
#include <vector>

namespace screens {

enum class Page {
    SignIn,
    Today,
    Families,
    Family,
    Form,
    Sending,
    Visit,
    Referral,
    Midwife,
    Tools,
    Guide,
    Registering,
    Teaching,
    Births,
    Outreach,
    HomeMassage,
    Course,
    Massages,
    Quick,
    Register,
    Training,
    Holding,
    Quiz,
    Settings
};

// A form about to be opened: its type and what is known before the first question.
struct FormStart {
    std::string type;
    std::string family;
    std::string record;  // of a correction; empty for a new record
    std::string draft;   // of a recovered one
    Fields known;        // references and the session's answers; never a danger sign or a recall
    std::string field;   // the question to open it at; empty: the first
    // Only these groups of the form; empty: all. Where an answer leaves no more than one of them,
    // `closing_part` is asked too: an empty house ends with the day to try again.
    std::vector<std::string> parts;
    std::string closing_part;
    bool comes_back = false;  // to the form that is open, with its draft
    bool is_report = false;   // of a teaching that took place before: nobody is touched now
};

// Several records written down on one page: a family, or a birth, a pregnancy, somebody of a family
// that is known.
struct RegisterStart {
    std::string family;     // empty: a new one
    std::string mother;     // known already
    std::string pregnancy;  // that the birth ends
    std::string situation;  // "PREGNANT", "BORN", "CARED"; empty: is asked
    bool is_stillborn = false;
    std::string draft;  // of a recovered one
};

// A family about to be taught the massage. It has its own way, past the safety check.
struct TeachingStart {
    std::string family, mother;
    std::string visit;    // empty: the one of today
    std::string learner;  // who shows it again; empty: is asked
    std::string draft;    // of a recovered one
};

// Massages that a family gave at home, told or seen some time ago: one, or many at once.
struct HomeMassageStart {
    std::string family;
    std::string mother;  // empty: the first of the family
    bool is_several = false;
    std::string draft;  // of a recovered one
};

// A mother followed over time.
struct CourseStart {
    std::string family;
    std::string mother;  // empty: the first of the family
};

// The massage step by step on the screen.
struct GuideStart {
    std::string step;                // its code; empty: the first
    bool is_safety_checked = false;  // today, with this mother: otherwise the guide says so first
    bool to_family = false;          // begins with the side that turns to them
};

// A whole visit, or what the register needs and no more.
enum class VisitKind { Full, Register };

class Ways {
public:
    virtual ~Ways() = default;
    virtual const Ports& ports() const = 0;
    virtual const Me& me() const = 0;

    virtual void open(Page page) = 0;  // one of the navigation
    virtual void open_family(const std::string& id) = 0;
    virtual void open_form(const FormStart& start) = 0;
    virtual void open_draft(const Draft& draft) = 0;
    virtual void open_registering(const RegisterStart& start) = 0;
    virtual void open_teaching(const TeachingStart& start) = 0;
    virtual void open_home_massage(const HomeMassageStart& start) = 0;
    virtual void open_course(const CourseStart& start) = 0;
    virtual void open_growth(const std::string& family) = 0;  // the curves of its babies
    // Leads through the visit of this family: the one begun today, or a new one.
    virtual void open_visit(const std::string& family, VisitKind kind) = 0;
    // One referral: its letter, how far it has come, the midwife's answer.
    virtual void open_referral(const std::string& id) = 0;
    virtual void open_guide(const GuideStart& start) = 0;
    virtual void back() = 0;  // to where this page was opened from
    virtual void signed_in() = 0;
    virtual void practise(bool anew) = 0;  // the practice store, from wherever she is
    // A form is done with: to that family, or to where the form was opened from.
    virtual void form_done(const std::string& family) = 0;
    // Said once, passing by: "Tersimpan di laptop ini".
    virtual void say(const std::string& note) = 0;
};

}  // namespace screens
