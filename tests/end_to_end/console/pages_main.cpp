// The addresses of every page of the console, a line each, for the stories: what none of them has
// looked at is found out (main.mjs).
#include "sync-server/console/routes.h"

#include <cstdio>
#include <string_view>

int main() {
    for (const console::Route& route : console::all_routes()) {
        if (std::string_view(route.method) == "GET") std::puts(route.path);
    }
    for (const char* door : {"/sign-in", "/first-time"}) std::puts(door);
    return 0;
}
