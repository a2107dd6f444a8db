<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>belanjain::ui::CartPanel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved cart(s)</source>
        <translation>
            <numerusform>%n saved cart</numerusform>
            <numerusform>%n saved carts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::CategoryTiles</name>
    <message numerus="yes">
        <source>%n more categories</source>
        <translation>
            <numerusform>%n more category</numerusform>
            <numerusform>%n more categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PinPad</name>
    <message numerus="yes">
        <source>Wait %n second(s).</source>
        <translation>
            <numerusform>Wait %n second.</numerusform>
            <numerusform>Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::PlacesCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::SignOutDialog</name>
    <message numerus="yes">
        <source>%n change(s) have not been sent yet</source>
        <translation>
            <numerusform>%n change has not been sent yet</numerusform>
            <numerusform>%n changes have not been sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StoreModePage</name>
    <message numerus="yes">
        <source>In %n second(s) the cart is emptied for whoever comes next.</source>
        <translation>
            <numerusform>In %n second the cart is emptied for whoever comes next.</numerusform>
            <numerusform>In %n seconds the cart is emptied for whoever comes next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::StoredCard</name>
    <message numerus="yes">
        <source>%n file(s) could not be deleted. Is another program using them?</source>
        <translation>
            <numerusform>%n file could not be deleted. Is another program using it?</numerusform>
            <numerusform>%n files could not be deleted. Is another program using them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), %1</source>
        <translation>
            <numerusform>%n time, %1</numerusform>
            <numerusform>%n times, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::UpkeepStrip</name>
    <message numerus="yes">
        <source>%n edit(s) that had not been sent were kept.</source>
        <translation>
            <numerusform>%n edit that had not been sent was kept.</numerusform>
            <numerusform>%n edits that had not been sent were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be read: please look at what you changed last.</source>
        <translation>
            <numerusform>%n edit could not be read: please look at what you changed last.</numerusform>
            <numerusform>%n edits could not be read: please look at what you changed last.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The marketplace was restored from a backup. %n of your edits were sent again.</source>
        <translation>
            <numerusform>The marketplace was restored from a backup. %n of your edits was sent again.</numerusform>
            <numerusform>The marketplace was restored from a backup. %n of your edits were sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>belanjain::ui::WaitingView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
</TS>
