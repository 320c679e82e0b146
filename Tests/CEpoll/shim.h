// Stand-ins for <sys/epoll.h>, which Swift's module of the C library leaves out and whose event is
// a packed struct.
#pragma once
#include <stdint.h>
#include <sys/epoll.h>

/// Has `set` watch a descriptor for something to read; 0, or -1 with errno.
static inline int khamrong_epoll_add(int set, int descriptor, uint32_t number) {
    struct epoll_event event = {.events = EPOLLIN, .data = {.u32 = number}};
    return epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event);
}

/// Writes the numbers of at most 256 descriptors that can be read; how many.
static inline int khamrong_epoll_wait(int set, uint32_t *numbers, int milliseconds) {
    struct epoll_event events[256];
    int count = epoll_wait(set, events, 256, milliseconds);
    for (int index = 0; index < count; index++) numbers[index] = events[index].data.u32;
    return count;
}
