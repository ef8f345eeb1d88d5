// Training: her own state, the quiz, who is due, coverage, a training being held.
#include "client/screens/training/quiz_model.h"
#include "shared/care/quiz.h"
#include "tests/client/gallery/gallery.h"

namespace gallery {

namespace {

using desk::Desk;
using desk::Village;
using driver::Driver;

constexpr const char* kIds[] = {
    "0190a000-0000-7000-8000-0000000000a1", "0190a000-0000-7000-8000-0000000000a2",
    "0190a000-0000-7000-8000-0000000000a3", "0190a000-0000-7000-8000-0000000000a4",
    "0190a000-0000-7000-8000-0000000000a5", "0190a000-0000-7000-8000-0000000000a6"};
constexpr const char* kNames[] = {"Siti Rahayu",           "Ani Lestari",       "Tutik Handayani",
                                  "Nur Hidayah Rahmawati", "Endang Susilowati", "Sri Mulyani"};

void write_down(Desk& desk, const std::string& user, const char* result, const char* end,
                const char* more) {
    screens::WrittenTraining training;
    training.record.id = records::RecordId(desk.new_draft_id());
    training.record.type = "cadre_training";
    training.record.fields =
        base::Fields::parse(
            R"({"topic":"PIJAT_OKSITOSIN","organiser_unit_id":"PKM","attended_pct":100,)"
            R"("participant_id":")" +
            user + R"(","start_date":")" + end + R"(","end_date":")" + end + R"(","result":")" +
            result + "\"" + more + "}")
            .value();
    training.is_sent = end[3] != '6';
    desk.trainings.written.push_back(training);
    ++desk.trainings.changes;
}

void midwife(Desk& desk) {
    desk.role = "BIDAN";
    desk.local_users = {{"dev-1", "Bidan Ratna Dewi"}};
    desk.units = {
        {"P03", "Posyandu Melati 3"}, {"P04", "Posyandu Mawar"}, {"P05", "Posyandu Anggrek"}};
    desk.trainings.people = {
        {desk.me().user_id, "Bidan Ratna Dewi", "BIDAN", {"P03", "P04", "P05"}, false}};
    for (std::size_t i = 0; i < 6; ++i) {
        const std::string unit = i < 3 ? "P03" : i < 5 ? "P04" : "P09";
        desk.trainings.people.push_back({kIds[i], kNames[i], "KADER", {unit}, false});
    }
    write_down(desk, kIds[0], "PASS", "2026-02-11",
               R"(,"pre_score":55,"post_score":90,"practical_pct":93)");
    write_down(desk, kIds[1], "REPEAT", "2026-02-11",
               R"(,"pre_score":40,"post_score":75,"practical_pct":78)");
    write_down(desk, kIds[2], "PASS", "2024-04-02", R"(,"practical_pct":88)");
    write_down(desk, kIds[3], "PASS", "2023-06-20", R"(,"practical_pct":85)");
    write_down(desk, desk.me().user_id, "PASS", "2025-05-20", R"(,"practical_pct":97)");
}

void to(Driver& d) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Tools");
    d.click("Open training");
    d.frames(2);
}

void begin_quiz(Driver& d, const char* how) {
    to(d);
    d.click("Open the quiz");
    d.click(how);
}

const care::QuizQuestion& shown(Driver& d) {
    for (const care::QuizQuestion& each : care::shipped_quiz().questions) {
        if (d.shows(each.code + "/" + each.right)) return each;
    }
    return care::shipped_quiz().questions.front();
}

void hold(Desk& desk, Driver& d) {
    midwife(desk);
    to(d);
    d.click("Write down a training");
    d.click("organiser/PKM");
    d.click("end_date/today");
    d.click("holding/who");
    for (const std::size_t i : {0U, 1U, 2U}) d.click(std::string("ours/") + kIds[i]);
}

void mark(Driver& d, std::size_t who, const char* weak) {
    d.click("holding/scores");
    d.click(std::string("participant ") + kIds[who]);
    d.click("session/1");
    d.fill("pre_score", "55");
    d.fill("post_score", "90");
    for (const auto& step : care::shipped_procedure().steps) {
        d.click("mark " + step.code + (step.code == weak ? "/2" : "/4"));
    }
}

}  // namespace

std::vector<Picture> training_pictures() {
    return {
        {"training-cadre",
         [](Desk& desk, const Village&, Driver& d) {
             write_down(desk, desk.me().user_id, "PASS", "2024-04-02", "");
             to(d);
         }},
        {"training-cadre-never", [](Desk&, const Village&, Driver& d) { to(d); }},
        {"training-due",
         [](Desk& desk, const Village&, Driver& d) {
             midwife(desk);
             to(d);
             d.click("trainings/due");
         }},
        {"training-coverage",
         [](Desk& desk, const Village&, Driver& d) {
             midwife(desk);
             to(d);
             d.click("trainings/coverage");
         }},
        {"training-held",
         [](Desk& desk, const Village&, Driver& d) {
             midwife(desk);
             to(d);
             d.click("trainings/held");
         }},
        {"training-quiz-begin",
         [](Desk&, const Village&, Driver& d) {
             to(d);
             d.click("Open the quiz");
         }},
        {"training-quiz-right",
         [](Desk&, const Village&, Driver& d) {
             begin_quiz(d, "Learn");
             const auto& asked = shown(d);
             d.click(asked.code + "/" + asked.right);
         }},
        {"training-quiz-wrong",
         [](Desk&, const Village&, Driver& d) {
             begin_quiz(d, "Learn");
             d.click(shown(d).code + "/b");
         }},
        {"training-quiz-result",
         [](Desk&, const Village&, Driver& d) {
             begin_quiz(d, "Test myself");
             for (std::size_t i = 0; i < care::shipped_quiz().questions.size(); ++i) {
                 const auto& asked = shown(d);
                 d.click(asked.code + "/" + (i % 7 == 2 ? std::string("c") : asked.right));
                 d.click(d.shows("Hand in") ? "Hand in" : "Next question");
             }
         }},
        {"training-hold",
         [](Desk& desk, const Village&, Driver& d) {
             midwife(desk);
             to(d);
             d.click("Write down a training");
             d.click("Save");
         }},
        {"training-hold-who", [](Desk& desk, const Village&, Driver& d) { hold(desk, d); }},
        {"training-hold-scores",
         [](Desk& desk, const Village&, Driver& d) {
             hold(desk, d);
             mark(d, 0, "");
             d.click("Back to the participants");
             mark(d, 1, "P08");
             d.click("Back to the participants");
         }},
        {"training-hold-person",
         [](Desk& desk, const Village&, Driver& d) {
             hold(desk, d);
             mark(d, 1, "P08");
         }},
        {"training-hold-first-look",
         [](Desk& desk, const Village&, Driver& d) {
             hold(desk, d);
             d.click("holding/scores");
             d.click(std::string("participant ") + kIds[0]);
             d.click("session/1");
         }},
        {"training-hold-other-topic",
         [](Desk& desk, const Village&, Driver& d) {
             hold(desk, d);
             d.click("holding/about");
             d.click("topic/PENCATATAN");
             d.click("holding/scores");
             d.click(std::string("participant ") + kIds[0]);
             d.click("session/1");
             d.click("result/PASS");
         }},
        {"training-correct",
         [](Desk& desk, const Village&, Driver& d) {
             midwife(desk);
             const std::string record = desk.put(
                 "cadre_training", R"({"topic":"PIJAT_OKSITOSIN","participant_id":")" +
                                       std::string(kIds[0]) +
                                       R"(","organiser_unit_id":"PKM","start_date":"2026-02-11",)"
                                       R"("end_date":"2026-02-11","attended_pct":100,)"
                                       R"("practical_pct":93,"result":"PASS",)"
                                       R"("valid_until":"2028-02-11"})");
             desk.trainings.written[0].record.id = records::RecordId(record);
             to(d);
             d.click("trainings/held");
             d.click("training " + record);
         }},
        {"training-hold-test",
         [](Desk& desk, const Village&, Driver& d) {
             hold(desk, d);
             d.click("holding/scores");
             d.click(std::string("participant ") + kIds[0]);
             d.click("test before here");
         }},
        {"training-unfinished",
         [](Desk& desk, const Village&, Driver& d) {
             hold(desk, d);
             d.click("Continue later");
         }},
    };
}

}  // namespace gallery
