#include "sync-server/merge/linking/nicknames.h"

#include <algorithm>
#include <array>

namespace linking {

namespace {

struct Called {
    std::string_view full, called;
};
constexpr auto kCalled = std::to_array<Called>({
    {"alexander", "sandy"}, {"alexandra", "sandra"}, {"andrew", "drew"},
    {"anthony", "tony"},    {"barbara", "babs"},     {"catherine", "kate"},
    {"catherine", "kitty"}, {"charles", "chuck"},    {"dorothy", "dot"},
    {"edward", "ned"},      {"edward", "ted"},       {"eleanor", "nell"},
    {"elizabeth", "bess"},  {"elizabeth", "beth"},   {"elizabeth", "betty"},
    {"elizabeth", "libby"}, {"elizabeth", "lisa"},   {"elizabeth", "liz"},
    {"francis", "frank"},   {"franz", "frank"},      {"frederick", "fritz"},
    {"gerald", "jerry"},    {"hans", "johannes"},    {"harold", "harry"},
    {"helen", "nell"},      {"henry", "hank"},       {"henry", "harry"},
    {"isabella", "bella"},  {"jacob", "jake"},       {"james", "jim"},
    {"james", "jimmy"},     {"jane", "jenny"},       {"jennifer", "jenny"},
    {"john", "jack"},       {"john", "johnny"},      {"joseph", "joe"},
    {"josef", "sepp"},      {"katharina", "kathe"},  {"katherine", "kate"},
    {"kathleen", "kate"},   {"lawrence", "larry"},   {"lewis", "lou"},
    {"margaret", "greta"},  {"margaret", "maggie"},  {"margaret", "meg"},
    {"margaret", "peggy"},  {"margarete", "gretel"}, {"martha", "patty"},
    {"mary", "molly"},      {"mary", "polly"},       {"matilda", "tilly"},
    {"michael", "mick"},    {"michael", "mike"},     {"nathaniel", "nate"},
    {"patrick", "paddy"},   {"patricia", "patty"},   {"patricia", "tricia"},
    {"richard", "dick"},    {"richard", "rick"},     {"richard", "ricky"},
    {"robert", "bob"},      {"robert", "bobby"},     {"robert", "bert"},
    {"sarah", "sally"},     {"stephen", "steve"},    {"susan", "sukey"},
    {"theodore", "ted"},    {"theresa", "tess"},     {"thomas", "tommy"},
    {"virginia", "ginny"},  {"william", "bill"},     {"william", "billy"},
    {"wilhelm", "willy"},   {"william", "liam"},     {"zachary", "zack"},
});

}  // namespace

bool is_nickname(std::string_view a, std::string_view b) {
    return std::any_of(kCalled.begin(), kCalled.end(), [&](const Called& each) {
        return (each.full == a && each.called == b) || (each.full == b && each.called == a);
    });
}

}  // namespace linking
