"""Words and phrases that are in so many passphrases that anybody would try them first."""

_WORDS = """
abc123 access account admin administrator adobe alexander amanda america amore andrea andrew
angel angela animal anthony apple april arsenal ashley august autumn azerty baby
babygirl bailey bandit banana barcelona baseball basketball batman beauty beer berlin bigdaddy
bitcoin black blessed blink blue boomer boston bridge bubbles bubba buster butterfly camaro
carlos cameron charlie charlotte cheese chelsea chester chicken chicago chocolate chris
christian christmas coffee company computer cookie cool corvette cowboy cowboys creative crystal
dakota dallas daniel daniela dave david december default diamond dog dolphin donald dragon eagle
einstein elephant email emily england family fashion february ferrari fishing flower fluffy
football forever freedom friday friend friends gandalf garfield george germany
ginger girl god golden golfer gordon granny green guest guitar gunner hallo hannah happy harley
heather heaven hello hockey home honey hotmail house hunter iceman iloveme iloveyou internet
jackson jaguar james january jasmine jennifer jessica jesus jordan joseph joshua july june
junior justin killer king kitten knight kitty kumquat ladies lakers lauren letmein linkedin
little liverpool login london lovely love lover loveme lucky madison maggie magic manager
manchester march marina marine marlboro martin master matrix matthew maverick mercedes merlin
mentee mentor mentoring michael michelle michigan mickey midnight monday money monica monkey
monster morgan mother mountain mustang nascar nicholas nicole night nothing november october
office oliver orange paris pass passphrase password passwort patrick peaches peanut pepper
phoenix player please pokemon power prince princess private public purple qazwsx queen rabbit
rachel rainbow raiders ranger rebecca redskins richard robert rocky samantha samsung saturday
school scooter secret september service shadow silver simple slayer smile snoopy snowball soccer
sophie spider spiderman spring star starwars steelers stella steven summer sunday sunflower
sunshine super superman superstar sweet system taylor teacher team tennis test tester testing
thomas thunder thursday tigger tiger time tinkerbell travis trinity troth trust trustno
tuesday turtle unknown user vanessa victoria viking warrior wednesday welcome whatever white
william willow windows winner winter wizard wolf work world yamaha yellow you your zaq
geheim hallowelt schatz sommer winterzeit fussball liebe ichliebedich motdepasse jetaime soleil
bonjour doudou contrasena teamo hola estrella mariposa senha amor
"""

_PHRASES = """
correcthorsebatterystaple thequickbrownfox thequickbrownfoxjumpsoverthelazydog tobeornottobe
tobeornottobethatisthequestion maytheforcebewithyou opensesame changeme changemenow
letmeinplease trustnoone youshallnotpass winteriscoming livelongandprosper carpediem
hakunamatata allyouneedislove iloveyousomuch iloveyouforever ihatepasswords thisismypassword
thisisapassword mypasswordispassword mysecretpassphrase helloworld loremipsum
loremipsumdolorsitamet cogitoergosum onceuponatime inthebeginning ourfatherwhoartinheaven
thelordismyshepherd iamyourfather elementarymydearwatson houstonwehaveaproblem nevergiveup
neverforget homesweethome happybirthdaytoyou twinkletwinkle ichbineinberliner allemeineentchen
"""

WORDS = frozenset(_WORDS.split())
"""In small letters, without digits at their ends."""

PHRASES = frozenset(_PHRASES.split())
"""Whole phrases, their letters only."""

ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "012345678901234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "qsdfghjklm",
    "zxcvbnm",
    "yxcvbnm",
    "wxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm",
    "1q2w3e4r5t6y7u8i9o0p",
)
"""Rows of keys and of the alphabet, as a finger walks them."""
