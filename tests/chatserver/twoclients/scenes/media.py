"""Files of all kinds, from bots and from phones, alone and as albums."""

from tests.chatserver import samples
from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage


@scene(
    calls="sendPhoto sendVoice sendAudio sendDocument sendVideo sendAnimation sendVideoNote",
    shows="Message.photo Message.voice Message.audio Message.document Message.video Message.animation "
    "Message.video_note Message.caption Message.caption_entities Message.has_media_spoiler "
    "Message.show_caption_above_media",
)
async def a_bot_sends_every_kind_of_file(stage: Stage) -> None:
    bot, to = stage.bot, stage.wang.id
    await stage.greet(stage.wang)
    bold = stage.types.MessageEntity(type="bold", offset=0, length=1)
    photo = await bot.send_photo(to, stage.file("photo"), caption="<b>井</b>", parse_mode="HTML", has_spoiler=True)
    await bot.send_photo(to, photo.photo[-1].file_id, caption="井", show_caption_above_media=True)
    await bot.send_voice(to, stage.file("voice"), duration=4, caption="井", caption_entities=[bold])
    await bot.send_audio(
        to, stage.file("audio"), duration=60, title="歌", performer="村里", thumbnail=stage.file("photo")
    )
    await bot.send_document(
        to, stage.file("document"), thumbnail=stage.file("photo"), disable_content_type_detection=True
    )
    await bot.send_video(to, stage.file("video"), duration=3, width=4, height=3, supports_streaming=True, caption="路")
    await bot.send_animation(to, stage.file("video"), duration=3, width=4, height=3, has_spoiler=True)
    await bot.send_video_note(to, stage.file("video"), duration=3, length=240)


@scene(calls="sendMediaGroup", shows="Message.media_group_id")
async def a_bot_sends_albums(stage: Stage) -> None:
    types, to = stage.types, stage.wang.id
    await stage.greet(stage.wang)
    card = await stage.bot.send_message(to, "现场")
    reply = types.ReplyParameters(message_id=card.message_id)
    seen = [
        types.InputMediaPhoto(media=stage.part("photo"), caption="<b>前</b>", parse_mode="HTML"),
        types.InputMediaVideo(media=stage.part("video"), duration=2, width=4, height=3),
        types.InputMediaPhoto(media=stage.part("photo"), has_spoiler=True),
    ]
    sent = await stage.bot.send_media_group(to, seen, reply_parameters=reply, protect_content=True)
    assert len({message.media_group_id for message in sent}) == 1
    await stage.bot.send_media_group(to, [types.InputMediaDocument(media=stage.part("document")) for _ in range(2)])
    await stage.bot.send_media_group(
        to, [types.InputMediaAudio(media=stage.part("audio"), title="歌") for _ in range(2)]
    )
    again = [types.InputMediaPhoto(media=sent[0].photo[-1].file_id), types.InputMediaPhoto(media=stage.part("photo"))]
    await stage.bot.send_media_group(to, again, disable_notification=True)


@scene(calls="getFile", shows="File.file_path Message.photo")
async def a_bot_downloads_what_people_send(stage: Stage) -> None:
    chat = await stage.greet(stage.wang)
    content = samples.picture(40, 30)
    await stage.wang.send_files(chat, "photo", ("well.png", content, "image/png"), caption="井 #水")
    photo = await stage.hear()
    assert photo.caption == "井 #水"
    file = await stage.bot.get_file(photo.photo[-1].file_id)
    assert await stage.client.download(file) == content


@scene(
    shows="Message.voice Message.video_note Message.video Message.audio Message.document Message.sticker "
    "Message.media_group_id Message.caption",
)
async def people_send_every_kind_of_file(stage: Stage) -> None:
    chat = await stage.greet(stage.wang)
    film = ("a.mp4", samples.MP4, "video/mp4")
    for kind, file in (
        ("voice", samples.voice()),
        ("video_note", film),
        ("video", film),
        ("audio", ("a.mp3", samples.MP3, "audio/mpeg")),
        ("document", ("a.pdf", samples.PDF, "application/pdf")),
        ("sticker", ("a.webp", samples.picture(form="WEBP"), "image/webp")),
    ):
        await stage.wang.send_files(chat, kind, file, duration=4)
        assert getattr(await stage.hear(), kind)
    await stage.wang.send_files(chat, "photo", samples.photo("1.png"), samples.photo("2.png"), caption="两张")
    group = {(await stage.hear()).media_group_id for _ in range(2)}
    assert len(group) == 1


@scene(
    calls="sendLocation sendVenue sendContact",
    shows="Message.location Message.venue Message.contact Location.live_period Location.heading "
    "Location.horizontal_accuracy Location.proximity_alert_radius Venue.google_place_id Venue.foursquare_id "
    "Contact.vcard Contact.last_name",
)
async def a_bot_sends_places_and_contacts(stage: Stage) -> None:
    bot, to, place = stage.bot, stage.wang.id, {"latitude": 35.79, "longitude": 118.62}
    await stage.greet(stage.wang)
    await bot.send_location(to, **place, horizontal_accuracy=12.5)
    await bot.send_location(to, **place, live_period=60, heading=90, proximity_alert_radius=100)
    named = {"title": "村委会", "address": "村口一号"}
    await bot.send_venue(to, **place, **named, google_place_id="x", google_place_type="office")
    await bot.send_venue(to, **place, **named, foursquare_id="y", foursquare_type="z")
    await bot.send_contact(to, phone_number="05392250000", first_name="孙", last_name="干部", vcard="BEGIN:VCARD")
