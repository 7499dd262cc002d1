<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityRow</name>
    <message numerus="yes">
        <source>%n article(s) marked as read</source>
        <translation>
            <numerusform>%n article marked as read</numerusform>
            <numerusform>%n articles marked as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread</source>
        <translation>
            <numerusform>%n article marked as unread</numerusform>
            <numerusform>%n articles marked as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) starred</source>
        <translation>
            <numerusform>%n article starred</numerusform>
            <numerusform>%n articles starred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) taken away</source>
        <translation>
            <numerusform>%n star taken away</numerusform>
            <numerusform>%n stars taken away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) left</source>
        <translation>
            <numerusform>%n feed left</numerusform>
            <numerusform>%n feeds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) renamed</source>
        <translation>
            <numerusform>%n feed renamed</numerusform>
            <numerusform>%n feeds renamed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) moved</source>
        <translation>
            <numerusform>%n feed moved</numerusform>
            <numerusform>%n feeds moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Full text changed for %n feed(s)</source>
        <translation>
            <numerusform>Full text changed for %n feed</numerusform>
            <numerusform>Full text changed for %n feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) imported</source>
        <translation>
            <numerusform>%n feed imported</numerusform>
            <numerusform>%n feeds imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) archived</source>
        <translation>
            <numerusform>%n article archived</numerusform>
            <numerusform>%n articles archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken back from the archive</source>
        <translation>
            <numerusform>%n article taken back from the archive</numerusform>
            <numerusform>%n articles taken back from the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) deleted</source>
        <translation>
            <numerusform>%n article deleted</numerusform>
            <numerusform>%n articles deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clean-up: %n article(s) into the bin</source>
        <translation>
            <numerusform>Clean-up: %n article into the bin</numerusform>
            <numerusform>Clean-up: %n articles into the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Daily clean-up: %n article(s) into the bin</source>
        <translation>
            <numerusform>Daily clean-up: %n article into the bin</numerusform>
            <numerusform>Daily clean-up: %n articles into the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is kept changed for %n feed(s)</source>
        <translation>
            <numerusform>What is kept changed for %n feed</numerusform>
            <numerusform>What is kept changed for %n feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n article(s) changed</source>
        <translation>
            <numerusform>Tags of %n article changed</numerusform>
            <numerusform>Tags of %n articles changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) saved</source>
        <translation>
            <numerusform>%n search saved</numerusform>
            <numerusform>%n searches saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smart feed(s) changed</source>
        <translation>
            <numerusform>%n smart feed changed</numerusform>
            <numerusform>%n smart feeds changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smart feed(s) removed</source>
        <translation>
            <numerusform>%n smart feed removed</numerusform>
            <numerusform>%n smart feeds removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New rule: %n article(s) caught</source>
        <translation>
            <numerusform>New rule: %n article caught</numerusform>
            <numerusform>New rule: %n articles caught</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule changed: %n article(s) caught</source>
        <translation>
            <numerusform>Rule changed: %n article caught</numerusform>
            <numerusform>Rule changed: %n articles caught</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule removed: %n article(s) let go</source>
        <translation>
            <numerusform>Rule removed: %n article let go</numerusform>
            <numerusform>Rule removed: %n articles let go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule switched off: %n article(s) let go</source>
        <translation>
            <numerusform>Rule switched off: %n article let go</numerusform>
            <numerusform>Rule switched off: %n articles let go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule switched on: %n article(s) caught</source>
        <translation>
            <numerusform>Rule switched on: %n article caught</numerusform>
            <numerusform>Rule switched on: %n articles caught</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddFeedDialog</name>
    <message numerus="yes">
        <source>%n feed(s) found.</source>
        <translation>
            <numerusform>%n feed found.</numerusform>
            <numerusform>%n feeds found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n feed(s)</source>
        <translation>
            <numerusform>Add %n feed</numerusform>
            <numerusform>Add %n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%n word added</numerusform>
            <numerusform>%n words added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) removed</source>
        <translation>
            <numerusform>%n word removed</numerusform>
            <numerusform>%n words removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) unchanged</source>
        <translation>
            <numerusform>%n paragraph unchanged</numerusform>
            <numerusform>%n paragraphs unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CleanUp</name>
    <message numerus="yes">
        <source>%n feed(s) have limits of their own.</source>
        <translation>
            <numerusform>%n feed has limits of its own.</numerusform>
            <numerusform>%n feeds have limits of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read article(s) would go into the bin</source>
        <translation>
            <numerusform>%n read article would go into the bin</numerusform>
            <numerusform>%n read articles would go into the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the bin: %n article(s)</source>
        <translation>
            <numerusform>In the bin: %n article</numerusform>
            <numerusform>In the bin: %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They can come back for %n day(s), then they leave the disk.</source>
        <translation>
            <numerusform>They can come back for %n day, then they leave the disk.</numerusform>
            <numerusform>They can come back for %n days, then they leave the disk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are in the bin now.</source>
        <translation>
            <numerusform>%n article is in the bin now.</numerusform>
            <numerusform>%n articles are in the bin now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) have left the disk</source>
        <translation>
            <numerusform>%n article has left the disk</numerusform>
            <numerusform>%n articles have left the disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n article(s) for good</source>
        <translation>
            <numerusform>Delete %n article for good</numerusform>
            <numerusform>Delete %n articles for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message numerus="yes">
        <source>The tags of %n article(s) are changed.</source>
        <translation>
            <numerusform>The tags of %n article are changed.</numerusform>
            <numerusform>The tags of %n articles are changed.</numerusform>
        </translation>
    </message>
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
    <name>Dropped</name>
    <message numerus="yes">
        <source>%n article(s) starred.</source>
        <translation>
            <numerusform>%n article starred.</numerusform>
            <numerusform>%n articles starred.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) marked as unread.</source>
        <translation>
            <numerusform>%n article marked as unread.</numerusform>
            <numerusform>%n articles marked as unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) archived.</source>
        <translation>
            <numerusform>%n article archived.</numerusform>
            <numerusform>%n articles archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) tagged “{0}”.</source>
        <translation>
            <numerusform>%n article tagged “{0}”.</numerusform>
            <numerusform>%n articles tagged “{0}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag “{0}” is taken from %n article(s).</source>
        <translation>
            <numerusform>The tag “{0}” is taken from %n article.</numerusform>
            <numerusform>The tag “{0}” is taken from %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) left; starred articles stay.</source>
        <translation>
            <numerusform>%n feed left; starred articles stay.</numerusform>
            <numerusform>%n feeds left; starred articles stay.</numerusform>
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
    <name>FeedPicker</name>
    <message numerus="yes">
        <source>%n feed(s)</source>
        <translation>
            <numerusform>%n feed</numerusform>
            <numerusform>%n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedSettings</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedTree</name>
    <message numerus="yes">
        <source>%n feed(s) in trouble</source>
        <translation>
            <numerusform>%n feed in trouble</numerusform>
            <numerusform>%n feeds in trouble</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeHeader</name>
    <message numerus="yes">
        <source>%n new since your last visit</source>
        <translation>
            <numerusform>%n new since your last visit</numerusform>
            <numerusform>%n new since your last visit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitFields</name>
    <message numerus="yes">
        <source>article(s)</source>
        <translation>
            <numerusform>article</numerusform>
            <numerusform>articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>month(s)</source>
        <translation>
            <numerusform>month</numerusform>
            <numerusform>months</numerusform>
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
    <name>OfflineDialog</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineState</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleErrands</name>
    <message numerus="yes">
        <source>“{0}” caught %n article(s).</source>
        <translation>
            <numerusform>“{0}” caught %n article.</numerusform>
            <numerusform>“{0}” caught %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message numerus="yes">
        <source>Show the %n hidden article(s)</source>
        <translation>
            <numerusform>Show the %n hidden article</numerusform>
            <numerusform>Show the %n hidden articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message numerus="yes">
        <source>%n article(s) would be caught</source>
        <translation>
            <numerusform>%n article would be caught</numerusform>
            <numerusform>%n articles would be caught</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message numerus="yes">
        <source>%n article(s) caught</source>
        <translation>
            <numerusform>%n article caught</numerusform>
            <numerusform>%n articles caught</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags of %n article(s)</source>
        <translation>
            <numerusform>Tags of %n article</numerusform>
            <numerusform>Tags of %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TidyingCommands</name>
    <message numerus="yes">
        <source>%n article(s) archived.</source>
        <translation>
            <numerusform>%n article archived.</numerusform>
            <numerusform>%n articles archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken back.</source>
        <translation>
            <numerusform>%n article taken back.</numerusform>
            <numerusform>%n articles taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) deleted.</source>
        <translation>
            <numerusform>%n article deleted.</numerusform>
            <numerusform>%n articles deleted.</numerusform>
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
<context>
    <name>VersionsBar</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>Follow %n feed(s)</source>
        <translation>
            <numerusform>Follow %n feed</numerusform>
            <numerusform>Follow %n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more columns: open the whole table</source>
        <translation>
            <numerusform>%n more column: open the whole table</numerusform>
            <numerusform>%n more columns: open the whole table</numerusform>
        </translation>
    </message>
</context>
</TS>
