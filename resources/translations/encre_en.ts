<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>%n article(s) marked as read.</source>
        <translation>
            <numerusform>%n article marked as read.</numerusform>
            <numerusform>%n articles marked as read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated article(s)</source>
        <translation>
            <numerusform>%n updated article</numerusform>
            <numerusform>%n updated articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message numerus="yes">
        <source>%n feed(s) added.</source>
        <translation>
            <numerusform>%n feed added.</numerusform>
            <numerusform>%n feeds added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed over.</source>
        <translation>
            <numerusform>%n passed over.</numerusform>
            <numerusform>%n passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) written.</source>
        <translation>
            <numerusform>%n feed written.</numerusform>
            <numerusform>%n feeds written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s).</source>
        <translation>
            <numerusform>%n new article.</numerusform>
            <numerusform>%n new articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) could not be reached.</source>
        <translation>
            <numerusform>%n feed could not be reached.</numerusform>
            <numerusform>%n feeds could not be reached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message numerus="yes">
        <source>%n unread article(s) wait.</source>
        <translation>
            <numerusform>%n unread article waits.</numerusform>
            <numerusform>%n unread articles wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message numerus="yes">
        <source>%n new notification(s)</source>
        <translation>
            <numerusform>%n new notification</numerusform>
            <numerusform>%n new notifications</numerusform>
        </translation>
    </message>
</context>
</TS>
