/**
 * Passwords of twelve characters and more that stand in every list of leaked ones, and the words that people lengthen
 * with figures. Compared in lower case, without spaces and dashes, and again without the figures at the end.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssword p@ssw0rd pa55word mypassword newpassword thisismypassword passwordpassword
  password123password qwerty qwertyuiop qwertyuiopas qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm
  qwertyqwerty qwerty123qwerty asdfghjkl asdfghjklzxcvbnm zxcvbnm zxcvbnmasdfghjkl azertyuiop azertyuiopqs
  1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6
  qazwsxedcrfv qazwsxedc zaq12wsxcde3 zaq1zaq1zaq1 a1b2c3d4e5f6 abcdefghijkl abcdefghijklm abcdefghijklmnop
  abcd1234abcd abc123abc123 abcabcabcabc 123456789012 1234567890123 123456123456 123123123123 1234567891011
  123456789abc 123456789abcdef 1234567890ab 1234567890abc 123456789qwerty 1234567890qwerty 123qweasdzxc 123qwe123qwe
  qwe123qwe123 qweasdzxcqwe qweasdzxc 098765432109 0987654321 098765432112 987654321098 987654321987 111111111111
  000000000000 111222333444 112233445566 121212121212 123321123321 123654789123 135792468013 147258369147 147258369
  159357159357 741852963741 789456123789 987654321 administrator administrador adminadminadmin adminadmin admin
  rootroot rootrootroot letmein letmeinletmein letmeinnow welcome welcomewelcome welcomehome changeme changemenow
  changemeplease iloveyou iloveyouiloveyou iloveyousomuch iloveyouforever iloveyoubaby ilovemyfamily ilovemymother
  monkeymonkey dragondragon footballfootball football baseball baseballbaseball basketball superman supermansuperman
  batmanbatman starwars starwarsstarwars princess princessprincess sunshine sunshinesunshine trustno trustnoone
  trustno1trustno1 masterpassword masterkey master mastermaster whateverwhatever whatever computer computercomputer
  internet internetinternet manchesterunited manchester liverpoolfc michaeljackson jesuschrist jesuslovesme jesusislord
  godisgood godislove blessedbethename correcthorsebatterystaple thequickbrownfox secret secretsecret topsecret
  supersecret supersecretpassword testtesttest testtest testpassword test1234test demodemodemo useruseruser guestguest
  defaultpassword default temporary temppassword temporarypassword summer winter spring autumn january february
  september october november december monday friday woaini woaini1314 woaini520 woainiwoaini wodemima mimamima
  5201314 52013145201314 aini1314520 a123456789 aa123456789 aaa123456789 abc123456789 qq123456789 q123456789
  zxcvbnm123456 qwerty123456 asd123456789 woaini123456 a5201314 1314520 13145201314520 caonima nihaonihao
  lovelovelove forever friends bestfriends familyfamily chocolate butterfly elizabeth alexander christopher
  1234qwerasdf 1234qwerasdfzxcv qwer1234asdf qwerasdfzxcv asdfasdfasdf asdf1234asdf zxcvzxcvzxcv zxcv1234zxcv`.split(
    /\s+/,
  ),
);
